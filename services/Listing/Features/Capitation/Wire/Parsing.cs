using System.Globalization;
using System.Text.RegularExpressions;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features.Capitation.Wire;

/// <summary>Wire to domain: numbers, codes, days and months, each with its own fault.</summary>
internal static partial class Parsing
{
    public const decimal KronorMax = 1_000_000_000;
    public const decimal FrameMax = 1_000_000_000_000;
    private const int DecimalsMax = 6;

    private static readonly Text NotANumber = new(
        "Ange ett tal, 0 eller mer, med punkt och högst sex decimaler.",
        "Give a number, 0 or more, with a point and at most six decimals.");

    private static readonly Text NotACode = new(
        "Ange en kod med gemener, siffror, bindestreck och punkt, högst 80 tecken.",
        "Give a code of small letters, digits, hyphens and points, at most 80 characters.");

    private static readonly Text NotADay = new("Ange en dag som åååå-mm-dd.", "Give a day as yyyy-mm-dd.");

    private static readonly Text NotAMonth = new("Ange en månad som åååå-mm.", "Give a month as yyyy-mm.");

    /// <summary>A number from 0 to the most; required.</summary>
    public static decimal Number(this Violations faults, string field, string text, decimal max)
    {
        if (text.Length == 0)
            faults.Add(field, "required", Coded.Required);
        else if (!TryNumber(text, out var number))
            faults.Add(field, "malformed", NotANumber);
        else if (number > max)
            faults.Add(field, "out-of-range", new(
                $"Värdet får vara högst {max:F0}.", $"The value is at most {max:F0}."));
        else
            return number;
        return 0;
    }

    /// <summary>A number that may be below zero; required.</summary>
    public static decimal Signed(this Violations faults, string field, string text, decimal max) =>
        text.StartsWith('-') ? -faults.Number(field, text[1..], max) : faults.Number(field, text, max);

    /// <summary>A number from 0 to the most, or null when there is none.</summary>
    public static decimal? NumberOrNull(this Violations faults, string field, string text, decimal max) =>
        text.Length == 0 ? null : faults.Number(field, text, max);

    public static string Code(this Violations faults, string field, string text)
    {
        if (text.Length == 0)
            faults.Add(field, "required", Coded.Required);
        else if (!CodeText().IsMatch(text))
            faults.Add(field, "malformed", NotACode);
        return text;
    }

    public static DateOnly Day(this Violations faults, string field, string text)
    {
        if (text.Length == 0)
            faults.Add(field, "required", Coded.Required);
        else if (!DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            faults.Add(field, "malformed", NotADay);
        else
            return day;
        return default;
    }

    public static DateOnly? DayOrNull(this Violations faults, string field, string text) =>
        text.Length == 0 ? null : faults.Day(field, text);

    /// <summary>The month's first day.</summary>
    public static DateOnly Month(this Violations faults, string field, string text)
    {
        if (text.Length == 0)
            faults.Add(field, "required", Coded.Required);
        else if (!DateOnly.TryParseExact(
            text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) || month.Year < 2000)
            faults.Add(field, "malformed", NotAMonth);
        else
            return month;
        return default;
    }

    /// <summary>The last day is not before the first.</summary>
    public static void InOrder(this Violations faults, string field, DateOnly from, DateOnly? to)
    {
        if (to < from)
            faults.Add(field, "ends-before-it-begins", new(
                "Sista dagen ligger före den första.", "The last day is before the first."));
    }

    private static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)
        && number.Scale <= DecimalsMax && text.Length <= 20;

    [GeneratedRegex(@"\A(?=.{1,80}\z)[a-z0-9]+([-.][a-z0-9]+)*\z")]
    private static partial Regex CodeText();
}
