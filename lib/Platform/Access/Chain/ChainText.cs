using System.Text;

namespace NaraVard.Platform.Access.Chain;

/// <summary>
/// Text as the database takes it: no zero characters, no halves of characters, and not longer than a log row should be.
/// </summary>
internal static class ChainText
{
    private const int LengthMax = 400;

    public static string? Of(string? text) =>
        text is null ? null : Whole((text.Length > LengthMax ? text[..LengthMax] : text).Replace("\0", ""));

    private static string Whole(string text) =>
        text.AsSpan().ContainsAnyInRange('\ud800', '\udfff')
            ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))
            : text;
}
