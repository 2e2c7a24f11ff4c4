using NaraVard.Platform.Time;

namespace NaraVard.Listing.Domain.Clinics.Hours;

/// <summary>
/// When a clinic is open, in Swedish wall-clock time. On public holidays its holiday hours (helgöppet) hold instead of
/// the ordinary ones; without any it is closed then.
/// </summary>
internal sealed record OpeningHours(IReadOnlyList<OpenSpan> Ordinary, IReadOnlyList<OpenSpan> Holiday)
{
    private const int LookAheadDays = 400;

    public static OpeningHours None { get; } = new([], []);

    public bool IsOpen(DateTimeOffset at)
    {
        var local = StockholmTime.Local(at).DateTime;
        var minute = local.TimeOfDay.TotalMinutes;
        return On(DateOnly.FromDateTime(local)).Any(span => span.FromMinute <= minute && minute < span.ToMinute);
    }

    /// <summary>The next time that one of its hours begins; null when none does within a year.</summary>
    public DateTimeOffset? NextOpening(DateTimeOffset after)
    {
        var first = StockholmTime.DayOf(after);
        return Enumerable.Range(0, LookAheadDays).Select(first.AddDays)
            .SelectMany(day => On(day).Select(span => span.FromMinute).Order().Select(minute =>
                StockholmTime.At(day, new TimeOnly(minute / 60, minute % 60))))
            .Where(opens => opens > after)
            .Select(opens => (DateTimeOffset?)opens.ToUniversalTime())
            .FirstOrDefault();
    }

    private IEnumerable<OpenSpan> On(DateOnly day) =>
        (SwedishHolidays.IsHoliday(day) ? Holiday : Ordinary).Where(span => span.Covers(day.DayOfWeek));
}
