namespace NaraVard.Listing.Domain.Capitation.Components;

/// <summary>More for each listed, the farther the unit is from hospital (ersättningstrappa för avstånd).</summary>
internal sealed record DistanceStairs(string Code, IReadOnlyList<DistanceTier> Tiers, PricePeriod Per)
    : Component(Code)
{
    /// <summary>The figure with the unit's distance.</summary>
    public const string Measure = "distance-km";

    private static readonly FigureNeed Distance = new(Measure, IsStanding: true);

    public override IEnumerable<FigureNeed> Needs => [Distance];

    public override IEnumerable<Share> Shares(Course course) => Each(course, unit =>
    {
        var listed = course.Snapshot.Listed(unit);
        var tier = Tiers.Single(tier => tier.Holds(course.Snapshot.Of(unit, Distance)));
        return [Part.At(new Price(tier.KronorPerListed, Per), listed)];
    });

    /// <summary>What is wrong with tiers; nothing when they hold each distance from 0 once and never fall.</summary>
    public static IEnumerable<TierFault> Faults(IReadOnlyList<DistanceTier> tiers)
    {
        if (tiers.Count == 0 || tiers[0].FromKm != 0)
            yield return new(0, TierFaultKind.NotFromZero);
        for (var i = 0; i < tiers.Count; i++)
        {
            if (tiers[i].ToKm <= tiers[i].FromKm)
                yield return new(i, TierFaultKind.Empty);
            if (i == 0)
                continue;
            if (tiers[i - 1].ToKm is not { } end || end > tiers[i].FromKm)
                yield return new(i, TierFaultKind.Overlap);
            else if (end < tiers[i].FromKm)
                yield return new(i, TierFaultKind.Gap);
            if (tiers[i].KronorPerListed < tiers[i - 1].KronorPerListed)
                yield return new(i, TierFaultKind.Falls);
        }

        if (tiers.Count > 0 && tiers[^1].ToKm is not null)
            yield return new(tiers.Count - 1, TierFaultKind.NotOpen);
    }
}

/// <summary>A step of the stairs.</summary>
/// <param name="FromKm">The first distance that it holds.</param>
/// <param name="ToKm">The first that it holds no more; null for the last step.</param>
internal sealed record DistanceTier(decimal FromKm, decimal? ToKm, decimal KronorPerListed)
{
    public bool Holds(decimal km) => FromKm <= km && !(ToKm <= km);
}

/// <summary>What is wrong with a step.</summary>
/// <param name="Index">Which, from 0.</param>
internal readonly record struct TierFault(int Index, TierFaultKind Kind);

internal enum TierFaultKind
{
    NotFromZero,
    Empty,
    Overlap,
    Gap,
    Falls,
    NotOpen,
}
