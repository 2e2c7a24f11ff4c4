using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using NaraVard.Platform.Errors;

namespace NaraVard.Listing.Features.Wire;

/// <summary>Wire to domain and back: calendar days as yyyy-mm-dd, and moments.</summary>
internal static class Days
{
    private static readonly Text NotADay = new("Ange en dag som åååå-mm-dd.", "Give a day as yyyy-mm-dd.");

    private static readonly Text NotAMoment = new(
        "Ange en tid från 2000 till 2999.", "Give a time from 2000 to 2999.");

    private static readonly Timestamp First = Timestamp.FromDateTime(new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc));
    private static readonly Timestamp End = Timestamp.FromDateTime(new(3000, 1, 1, 0, 0, 0, DateTimeKind.Utc));

    private static readonly Text Future = new("Dagen har inte kommit ännu.", "The day has not come yet.");

    /// <summary>The day; a violation when it is none.</summary>
    public static DateOnly Day(this Violations faults, string field, string text) =>
        faults.Parse(field, text, (string s, out DateOnly day) => TryDay(s, out day), NotADay);

    /// <summary>The day, null when nothing is said; a violation when it is none.</summary>
    public static DateOnly? DayIfSaid(this Violations faults, string field, string text)
    {
        if (text.Length == 0)
            return null;
        if (TryDay(text, out var day))
            return day;
        faults.Add(field, "malformed", NotADay);
        return null;
    }

    /// <summary>The moment, null when none is said; a violation when it is too far away to count days from.</summary>
    public static DateTimeOffset? Moment(this Violations faults, string field, Timestamp? said)
    {
        if (said is null)
            return null;
        if (said.Nanos is >= 0 and < 1_000_000_000 && said.Seconds >= First.Seconds && said.Seconds < End.Seconds)
            return said.ToDateTimeOffset();
        faults.Add(field, "out-of-range", NotAMoment);
        return null;
    }

    /// <summary>A violation when the day is after today.</summary>
    public static void NotAfter(this Violations faults, string field, DateOnly? day, DateOnly today)
    {
        if (day > today)
            faults.Add(field, "in-the-future", Future);
    }

    /// <summary>The day as it is written; empty when there is none.</summary>
    public static string Text(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "";

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
