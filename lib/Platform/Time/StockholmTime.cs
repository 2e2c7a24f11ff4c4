namespace NaraVard.Platform.Time;

/// <summary>Calendar days as people in Sweden count them. Pure: the moment is always given.</summary>
public static class StockholmTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    /// <summary>The calendar day of a moment.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment).DateTime);

    /// <summary>The calendar day that it is now.</summary>
    public static DateOnly Today(this TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return DayOf(clock.GetUtcNow());
    }

    /// <summary>The moment on Swedish clocks.</summary>
    public static DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);

    /// <summary>
    /// The moment at which Swedish clocks show this. A time that is skipped in spring is the moment when the clocks
    /// jump; one that comes twice in autumn is the first of the two.
    /// </summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        if (Zone.IsInvalidTime(local))
            return JumpOf(local);
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }

    /// <summary>The moment at which the day begins.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => At(day, TimeOnly.MinValue);

    // In Sweden the clocks jump by a whole hour, at a whole hour.
    private static DateTimeOffset JumpOf(DateTime skipped)
    {
        var before = skipped.Date.AddHours(skipped.Hour);
        return new DateTimeOffset(before, Zone.GetUtcOffset(before.AddHours(-1)));
    }
}
