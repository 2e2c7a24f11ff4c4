using NaraVard.Listing.Domain.Policy;

namespace NaraVard.Listing.Domain.Dental;

/// <summary>
/// When an examination is due, for the days on which it applies: the longest time after one of each risk group
/// (revisionsintervall), and the first one of all. Regional; 24, 18 and 12 months unless a region says another.
/// </summary>
/// <param name="Region">County code; null for every region that has no rule of its own.</param>
internal sealed record RecallRule(string? Region, DateOnly From, DateOnly? To) : IRegional
{
    public int LowMonths { get; init; } = 24;

    public int ModerateMonths { get; init; } = 18;

    public int HighMonths { get; init; } = 12;

    /// <summary>Days after the due day before it is overdue.</summary>
    public int ToleranceDays { get; init; }

    /// <summary>The first examination is due by the end of the year in which this age is reached.</summary>
    public int FirstCallAge { get; init; } = 3;

    /// <summary>Who was not listed in the region long before then has so many months from that day.</summary>
    public int FirstCallMonths { get; init; } = 6;

    /// <summary>The rule of a region on a day.</summary>
    public static RecallRule For(string region, DateOnly day, IReadOnlyCollection<RecallRule> rules) =>
        rules.For(region, day) ?? new(null, default, null);

    /// <summary>The day by which the next examination is due. The rule of the day of an examination decides.</summary>
    public DateOnly DueOn(DateOnly examinedOn, RiskGroup risk) => examinedOn.AddMonths(risk switch
    {
        RiskGroup.Low => LowMonths,
        RiskGroup.Moderate => ModerateMonths,
        RiskGroup.High => HighMonths,
    });

    /// <summary>When the first examination is due of who has been listed in the region since a day.</summary>
    public DateOnly FirstDueOn(DateOnly birth, DateOnly since)
    {
        var yearEnd = new DateOnly(birth.Year + FirstCallAge, 12, 31);
        var months = since.AddMonths(FirstCallMonths);
        return months > yearEnd ? months : yearEnd;
    }

    /// <summary>Whether the due day has passed, and the tolerance with it, without an examination.</summary>
    public bool IsOverdue(DateOnly due, DateOnly today) => due < OverdueBefore(today);

    /// <summary>What was due before this day is overdue.</summary>
    public DateOnly OverdueBefore(DateOnly today) => today.AddDays(-ToleranceDays);
}
