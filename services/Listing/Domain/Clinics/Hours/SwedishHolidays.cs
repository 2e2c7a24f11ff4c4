namespace NaraVard.Listing.Domain.Clinics.Hours;

/// <summary>
/// Public holidays after lag (1989:253), and the three eves that semesterlagen 3 a § counts as Sundays. Sundays
/// themselves are weekdays like others here: opening hours have a number for them.
/// </summary>
internal static class SwedishHolidays
{
    public static bool IsHoliday(DateOnly day) => IsFixed(day) || IsByEaster(day) || IsBySaturday(day);

    /// <summary>Easter Sunday of the Gregorian calendar (the method of Meeus, Jones and Butcher).</summary>
    public static DateOnly Easter(int year)
    {
        var golden = year % 19;
        var (century, ofCentury) = (year / 100, year % 100);
        var epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        var weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        var correction = (golden + 11 * epact + 22 * weekday) / 451;
        var days = epact + weekday - 7 * correction + 114;
        return new DateOnly(year, days / 31, days % 31 + 1);
    }

    private static bool IsFixed(DateOnly day) => (day.Month, day.Day) is
        (1, 1) or (1, 6) or (5, 1) or (6, 6) or (12, 24) or (12, 25) or (12, 26) or (12, 31);

    // Good Friday, Easter Day, Easter Monday, Ascension Day, Whit Sunday.
    private static bool IsByEaster(DateOnly day) =>
        (day.DayNumber - Easter(day.Year).DayNumber) is -2 or 0 or 1 or 39 or 49;

    // Midsummer's Eve and Day: 19–25 and 20–26 June. All Saints' Day: 31 October – 6 November.
    private static bool IsBySaturday(DateOnly day) => (day.DayOfWeek, day.Month, day.Day) is
        (DayOfWeek.Friday, 6, >= 19 and <= 25) or (DayOfWeek.Saturday, 6, >= 20 and <= 26)
        or (DayOfWeek.Saturday, 10, 31) or (DayOfWeek.Saturday, 11, <= 6);
}
