using NaraVard.Platform.Time;

namespace NaraVard.Listing.Domain.Dental;

/// <summary>
/// The longest time between two examinations of each risk group (revisionsintervall), for the days on which it applies.
/// The intervals are regional; 24, 18 and 12 months unless the region says another.
/// </summary>
internal sealed record RecallRule(
    DateOnly From, DateOnly? To, int LowMonths, int ModerateMonths, int HighMonths, int ToleranceDays) : IDated
{
    /// <summary>The day by which the next examination is due.</summary>
    public DateOnly DueOn(DateOnly examinedOn, RiskGroup risk) => examinedOn.AddMonths(risk switch
    {
        RiskGroup.Low => LowMonths,
        RiskGroup.Moderate => ModerateMonths,
        RiskGroup.High => HighMonths,
    });

    /// <summary>Whether the due day has passed, and the tolerance with it, without an examination.</summary>
    public bool IsOverdue(DateOnly examinedOn, RiskGroup risk, DateOnly today) =>
        today > DueOn(examinedOn, risk).AddDays(ToleranceDays);

    /// <summary>Those whose examination is overdue, the longest due first.</summary>
    public IReadOnlyList<Examination> Overdue(IEnumerable<Examination> latest, DateOnly today) =>
    [
        .. latest.Where(one => IsOverdue(one.On, one.Risk, today)).OrderBy(one => DueOn(one.On, one.Risk))
            .ThenBy(one => one.Person.Value),
    ];
}
