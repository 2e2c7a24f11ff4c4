using NaraVard.Identifiers;

namespace NaraVard.Listing.Domain.Booking;

/// <summary>So many published times of a day, alike in all that waits are told by.</summary>
/// <param name="Clinic">Null when the region is told of as a whole.</param>
internal sealed record WaitCell(
    HsaId? Clinic, Profession Profession, ContactForm Form, DateOnly Day, WeekPart Part, bool IsFree, int Count);

/// <summary>Calendar days from today until the first and the third free time; null when there is none.</summary>
internal readonly record struct FreeWithin(int? FirstDays, int? ThirdDays);

/// <summary>The wait to one profession in one form.</summary>
internal sealed record Wait(HsaId? Clinic, Profession Profession, ContactForm Form)
{
    public FreeWithin Any { get; init; }

    public FreeWithin Evening { get; init; }

    public FreeWithin Weekend { get; init; }

    /// <summary>Booked or free, from today on.</summary>
    public int Published { get; init; }

    public int PublishedEvening { get; init; }

    public int PublishedWeekend { get; init; }

    public double WeekendPercent => Published == 0 ? 0 : Math.Round(100.0 * PublishedWeekend / Published, 1);
}

/// <summary>
/// The wait per profession (DOMAIN DA20): days until the third next available appointment, the measure of advanced
/// access (Murray and Berwick, JAMA 2003;289:1035), beside the first. Weekends count as days (DOMAIN B1.2).
/// </summary>
internal static class Waits
{
    private const int Third = 3;

    /// <summary>One for each clinic, profession and form that has a published time, in that order.</summary>
    public static IReadOnlyList<Wait> Of(IEnumerable<WaitCell> cells, DateOnly today) =>
    [
        .. from cell in cells
           where cell.Day >= today
           group cell by (cell.Clinic, cell.Profession, cell.Form) into one
           orderby one.Key.Clinic?.Value, one.Key.Profession, one.Key.Form
           select Of(one.Key, [.. one], today),
    ];

    private static Wait Of((HsaId?, Profession, ContactForm) key, List<WaitCell> cells, DateOnly today)
    {
        var evening = cells.FindAll(cell => cell.Part == WeekPart.Evening);
        var weekend = cells.FindAll(cell => cell.Part == WeekPart.Weekend);
        return new(key.Item1, key.Item2, key.Item3)
        {
            Any = Free(cells, today),
            Evening = Free(evening, today),
            Weekend = Free(weekend, today),
            Published = cells.Sum(cell => cell.Count),
            PublishedEvening = evening.Sum(cell => cell.Count),
            PublishedWeekend = weekend.Sum(cell => cell.Count),
        };
    }

    private static FreeWithin Free(List<WaitCell> cells, DateOnly today)
    {
        var free = cells.FindAll(cell => cell.IsFree);
        return new(Until(free, 1, today), Until(free, Third, today));
    }

    private static int? Until(List<WaitCell> free, int nth, DateOnly today)
    {
        var seen = 0;
        foreach (var cell in free.OrderBy(cell => cell.Day))
            if ((seen += cell.Count) >= nth)
                return cell.Day.DayNumber - today.DayNumber;
        return null;
    }
}
