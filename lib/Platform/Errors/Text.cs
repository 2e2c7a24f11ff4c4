namespace NaraVard.Platform.Errors;

/// <summary>
/// A sentence for people, in both languages that every answer has. Never contains an identity number.
/// </summary>
/// <param name="Sv">Swedish, shown by default to people.</param>
/// <param name="En">English, for the programmer who reads the answer.</param>
public readonly record struct Text(string Sv, string En);
