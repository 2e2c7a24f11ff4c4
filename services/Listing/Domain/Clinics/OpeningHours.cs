namespace NaraVard.Listing.Domain.Clinics;

/// <summary>
/// When a clinic is open, in Swedish wall-clock time. On public holidays its holiday hours (helgöppet) hold instead of
/// the ordinary ones; without any it is closed then.
/// </summary>
internal sealed record OpeningHours(IReadOnlyList<OpenSpan> Ordinary, IReadOnlyList<OpenSpan> Holiday)
{
    private const int LookAheadDays = 400;

    public static OpeningHours None { get; } = new([], []);

    public bool IsOpen(DateTime local)
    {
        var minute = local.TimeOfDay.TotalMinutes;
        return On(DateOnly.FromDateTime(local)).Any(span => span.FromMinute <= minute && minute < span.ToMinute);
    }

    /// <summary>The next time it opens, when it is closed; null while it is open, and when it never opens.</summary>
    public DateTime? NextOpening(DateTime local)
    {
        if (IsOpen(local))
            return null;
        var first = DateOnly.FromDateTime(local);
        return Enumerable.Range(0, LookAheadDays).Select(first.AddDays)
            .SelectMany(day => On(day).Select(span => day.ToDateTime(default).AddMinutes(span.FromMinute)).Order())
            .Where(opens => opens > local)
            .Select(opens => (DateTime?)opens)
            .FirstOrDefault();
    }

    private IEnumerable<OpenSpan> On(DateOnly day) =>
        (SwedishHolidays.IsHoliday(day) ? Holiday : Ordinary).Where(span => span.Covers(day.DayOfWeek));
}
