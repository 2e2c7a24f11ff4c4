namespace NaraVard.Identifiers;

/// <summary>
/// A text that was promised to be an identifier is not one. Thrown by the <c>Parse</c> methods, for text that our own
/// systems wrote; what people and partners send goes through <c>TryParse</c>. The message says why, never what the text
/// was.
/// </summary>
public sealed class InvalidIdentifierException(IdentifierError error) : FormatException(error.En)
{
    /// <summary>Why, as a stable code and in both languages.</summary>
    public IdentifierError Error { get; } = error;
}
