using System.Buffers;
using System.Text.RegularExpressions;

namespace NaraVard.Platform.Telemetry;

/// <summary>
/// The safety net of the log pipeline: replaces what has the shape of an identity number, an e-mail address or a
/// telephone number. Code never logs such things; this is for the day when somebody forgets. It rather masks too much.
/// </summary>
public static partial class Masking
{
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    /// <summary>The text, with such things replaced by <c>[id]</c>, <c>[mail]</c> and <c>[phone]</c>.</summary>
    public static string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!MayHold(text))
            return text;
        var masked = Mail().Replace(text, "[mail]");
        masked = Numbers(CivicNumber(), masked);
        masked = Numbers(Reservnummer(), masked);
        return Phone().Replace(masked, "[phone]");
    }

    private static string Numbers(Regex shape, string text) =>
        shape.Replace(text, match => IsInHash(text, match) ? match.Value : "[id]");

    /// <summary>Random hexadecimal digits of a trace, hash or id look like a number now and then.</summary>
    private static bool IsInHash(string text, Match match)
    {
        const int hashMin = 24;
        var (start, end) = (match.Index, match.Index + match.Length);
        while (start > 0 && char.IsAsciiLetterOrDigit(text[start - 1]))
            start--;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
            end++;
        var word = text.AsSpan(start, end - start);
        return word.Length >= hashMin && !word.ContainsAnyExcept(Hexadecimal) && word.ContainsAnyInRange('a', 'f');
    }

    private static bool MayHold(string text)
    {
        var digits = 0;
        foreach (var character in text)
        {
            if (character == '@')
                return true;
            digits += char.IsAsciiDigit(character) ? 1 : 0;
        }

        return digits >= 7;
    }

    // Year, month 00–12 (00 in samordningsnummer), day 01–31 or 60–91, then four digits, with or without a separator.
    [GeneratedRegex(
        @"(?<!\d)(?:1[6-9]|2[0-2])?\d{2}[-./ ]?(?:0\d|1[0-2])[-./ ]?"
        + @"(?:0[1-9]|[12]\d|3[01]|[6-8]\d|9[01])[-+ ]?\d{4}(?!\d)",
        RegexOptions.CultureInvariant)]
    private static partial Regex CivicNumber();

    // A date of birth followed by letters and digits (Värmland, Västra Götaland, national), a day above 31 (Carelink),
    // or twelve digits that begin with 99 (Stockholm).
    [GeneratedRegex(
        @"(?<!\d)(?:99\d{10}|(?:1[6-9]|2[0-2])\d{2}(?:0[1-9]|1[0-2])(?:3[2-9]|[45]\d)[-+ ]?\d{4}"
        + @"|(?:1[6-9]|2[0-2])\d{2}(?:0\d|1[0-2])[0-5]\d-?(?:[A-Z][A-Z0-9]{2}[A-Z0-9]|\d{3}[A-Z]))(?![A-Za-z0-9])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Reservnummer();

    [GeneratedRegex(@"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Mail();

    [GeneratedRegex(
        @"(?<![\dA-Za-z.:-])(?:(?:\+|00)46[\d \-()]{6,14}\d|0[1-9]\d{0,2}[- ]\d[\d ]{4,9}\d|07\d{8})(?!\d)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Phone();
}
