namespace NaraVard.Handoff.Domain.Desks;

/// <summary>
/// When a desk is open, in Swedish wall-clock time: hours by weekday, and days when it is closed all the same. Lengths
/// are counted in elapsed time, so a night when the clock changes costs or gives nobody an hour.
/// </summary>
internal sealed class OpeningHours
{
    private const int LookAheadDays = 400;
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");
    private readonly ILookup<DayOfWeek, OpenPeriod> periods;
    private readonly HashSet<DateOnly> closedDays;

    public OpeningHours(IEnumerable<OpenPeriod> open, IEnumerable<DateOnly> closed)
    {
        periods = open.OrderBy(period => period.From).ToLookup(period => period.Day);
        closedDays = [.. closed];
    }

    public bool IsOpen(DateTimeOffset at) => Spans(at, days: 1).Any(span => span.From <= at && at < span.To);

    /// <summary>The next opening after a time when it is closed; null when none is known within a year.</summary>
    public DateTimeOffset? NextOpening(DateTimeOffset after) =>
        Spans(after, LookAheadDays).Where(span => span.From > after).Select(span => (DateTimeOffset?)span.From)
            .FirstOrDefault();

    /// <summary>
    /// The time when so much opening time has passed; null when the desk never has been open that long.
    /// </summary>
    public DateTimeOffset? AddOpenTime(DateTimeOffset from, TimeSpan length)
    {
        foreach (var span in Spans(from, LookAheadDays))
        {
            var begin = span.From > from ? span.From : from;
            if (begin >= span.To)
                continue;
            if (span.To - begin >= length)
                return begin + length;
            length -= span.To - begin;
        }

        return null;
    }

    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Spans(DateTimeOffset from, int days)
    {
        var first = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(from, Stockholm).DateTime);
        for (var day = first; day < first.AddDays(days); day = day.AddDays(1))
        {
            if (closedDays.Contains(day))
                continue;
            foreach (var period in periods[day.DayOfWeek])
                yield return (At(day, period.From), At(day, period.To));
        }
    }

    private static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        if (Stockholm.IsInvalidTime(local))
            local = local.AddHours(1);
        return new DateTimeOffset(local, Stockholm.GetUtcOffset(local)).ToUniversalTime();
    }
}
