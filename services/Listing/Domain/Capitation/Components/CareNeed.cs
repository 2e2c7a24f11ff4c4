namespace NaraVard.Listing.Domain.Capitation.Components;

/// <summary>A price for each listed, times the unit's care need index (CNI); or a frame shared by it.</summary>
/// <param name="Reference">Weighted points of a person in the region, or the country: where the index is 1.</param>
internal sealed record CareNeed(string Code, CareNeedWeights Weights, decimal Reference, Price? Price)
    : Component(Code)
{
    public override bool TakesRest => Price is null;

    public override IEnumerable<Share> Shares(Course course) => Each(course, Price, unit =>
        Weights.Sum(CareNeedCounts.Of(course.Snapshot.Of(Population.Listed, unit.Id))) / Reference);
}

/// <summary>What each counted person weighs (DOMAIN B3.3).</summary>
internal sealed record CareNeedWeights(
    decimal Under5, decimal BornAbroad, decimal AloneOver65, decimal SingleParent, decimal MovedIn, decimal Unemployed,
    decimal LowEducation)
{
    /// <summary>The weighted sum of a unit.</summary>
    public decimal Sum(CareNeedCounts counts) =>
        counts.Under5 * Under5 + counts.BornAbroad * BornAbroad + counts.AloneOver65 * AloneOver65
        + counts.SingleParents * SingleParent + counts.MovedIn * MovedIn + counts.Unemployed * Unemployed
        + counts.LowEducation * LowEducation;

    /// <summary>The index: 1 is as the reference.</summary>
    public decimal Index(CareNeedCounts counts, int persons, decimal reference) => Sum(counts) / persons / reference;
}

/// <summary>How many of a unit's listed the index counts.</summary>
internal readonly record struct CareNeedCounts(
    int Under5, int BornAbroad, int AloneOver65, int SingleParents, int MovedIn, int Unemployed, int LowEducation)
{
    /// <summary>Counts those in the ages that the index is defined for.</summary>
    public static CareNeedCounts Of(IEnumerable<Cell> cells)
    {
        var sum = default(CareNeedCounts);
        foreach (var cell in cells)
            sum = new CareNeedCounts(
                sum.Under5 + (cell.Age < 5 ? cell.Persons : 0),
                sum.BornAbroad + cell.Social.BornAbroad,
                sum.AloneOver65 + (cell.Age > 65 ? cell.Social.LivesAlone : 0),
                sum.SingleParents + cell.Social.SingleParents,
                sum.MovedIn + (cell.Age >= 1 ? cell.Social.MovedLastYear : 0),
                sum.Unemployed + (cell.Age is >= 16 and <= 64 ? cell.Social.Unemployed : 0),
                sum.LowEducation + (cell.Age is >= 25 and <= 64 ? cell.Social.LowEducation : 0));
        return sum;
    }
}
