namespace NaraVard.Handoff.Domain.Desks;

/// <summary>One opening of a weekday, in Swedish wall-clock time; ends the same day.</summary>
internal readonly record struct OpenPeriod
{
    public OpenPeriod(DayOfWeek day, TimeOnly from, TimeOnly to)
    {
        if (to <= from)
            throw new ArgumentOutOfRangeException(nameof(to), "An opening ends after it begins, on the same day.");
        (Day, From, To) = (day, from, to);
    }

    public DayOfWeek Day { get; }

    public TimeOnly From { get; }

    public TimeOnly To { get; }
}
