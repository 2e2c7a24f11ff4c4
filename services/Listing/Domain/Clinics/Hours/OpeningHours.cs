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

    /// <summary>
    /// From the moment at which the clocks show the first time until, but not at, the one at which they show the last:
    /// also in the nights when they jump.
    /// </summary>
    public bool IsOpen(DateTimeOffset at) =>
        On(StockholmTime.DayOf(at)).Any(span => span.From <= at && at < span.Until);

    /// <summary>The next time that one of its hours begins; null when none does within a year.</summary>
    public DateTimeOffset? NextOpening(DateTimeOffset after)
    {
        var first = StockholmTime.DayOf(after);
        return Enumerable.Range(0, LookAheadDays).Select(first.AddDays)
            .SelectMany(day => On(day).Where(span => span.From < span.Until).Select(span => span.From).Order())
            .Where(opens => opens > after)
            .Select(opens => (DateTimeOffset?)opens.ToUniversalTime())
            .FirstOrDefault();
    }

    private IEnumerable<(DateTimeOffset From, DateTimeOffset Until)> On(DateOnly day) =>
        (SwedishHolidays.IsHoliday(day) ? Holiday : Ordinary)
            .Where(span => span.Covers(day.DayOfWeek)).Select(span => span.On(day));
}
