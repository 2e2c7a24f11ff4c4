namespace NaraVard.Platform.Identity;

/// <summary>The claims that say in which uppdrag a user acts; alike in tokens and in signed statements.</summary>
internal static class Uppdrag
{
    private const int LengthMax = 200;

    public static Caller Of(Func<string, string?> claim, Caller caller) => caller with
    {
        HsaId = Short(claim("hsa_id")),
        Name = Short(claim("name")),
        Title = Short(claim("title")),
        Unit = Short(claim("unit")),
        Caregiver = Short(claim("caregiver")),
        Purpose = Short(claim("purpose")),
    };

    private static string? Short(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Length > LengthMax ? text[..LengthMax] : text;
}
