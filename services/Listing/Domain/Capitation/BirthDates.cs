namespace NaraVard.Listing.Domain.Capitation;

/// <summary>
/// The days of birth that begin another age, in whole years on a day or by its year, so that persons can be counted by
/// them: all born from one day to before the next have the same age.
/// </summary>
internal sealed class BirthDates(DateOnly day)
{
    private const int AgeMax = 130;

    /// <summary>In order.</summary>
    public DateOnly[] Edges { get; } =
    [
        .. Enumerable.Range(0, AgeMax)
            .SelectMany(age => new[] { AfterBirthday(day, age), new DateOnly(day.Year - age, 1, 1) })
            .Distinct().Order(),
    ];

    /// <summary>The ages of those who were born on or after so many of the edges.</summary>
    public (int Age, int Turning) Of(int edges)
    {
        var born = Edges[Math.Max(edges, 1) - 1];
        var turning = day.Year - born.Year;
        return (born.AddYears(turning) > day ? turning - 1 : turning, turning);
    }

    /// <summary>
    /// The first day of birth of those who have not had so many birthdays. One on 29 February is kept on 28 February
    /// in other years.
    /// </summary>
    private static DateOnly AfterBirthday(DateOnly day, int age)
    {
        var next = day.AddYears(-age).AddDays(1);
        return next.AddYears(age) <= day ? next.AddDays(1) : next;
    }
}
