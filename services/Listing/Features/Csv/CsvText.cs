namespace NaraVard.Listing.Features.Csv;

/// <summary>Fields of a line: plain, or in quotation marks, which are doubled within (RFC 4180).</summary>
internal static class CsvText
{
    /// <summary>
    /// Takes the field that begins at a place and goes on behind its separator, beyond the end after the last field.
    /// False when a quotation mark is missing.
    /// </summary>
    public static bool TryTake(string text, char separator, ref int at, out string value)
    {
        if (at < text.Length && text[at] == '"')
            return TryTakeQuoted(text, separator, ref at, out value);
        var end = text.IndexOf(separator, at);
        if (end < 0)
            end = text.Length;
        value = text.AsSpan(at, end - at).Trim().ToString();
        at = end + 1;
        return !value.Contains('"', StringComparison.Ordinal);
    }

    private static bool TryTakeQuoted(string text, char separator, ref int at, out string value)
    {
        var from = at + 1;
        var end = text.IndexOf('"', from);
        while (end >= 0 && end + 1 < text.Length && text[end + 1] == '"')
            end = text.IndexOf('"', end + 2);
        value = end < 0 ? "" : text[from..end].Replace("\"\"", "\"", StringComparison.Ordinal).Trim();
        at = end + 2;
        return end >= 0 && (end + 1 == text.Length || text[end + 1] == separator);
    }
}
