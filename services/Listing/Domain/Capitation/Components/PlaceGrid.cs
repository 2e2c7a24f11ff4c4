namespace NaraVard.Listing.Domain.Capitation.Components;

/// <summary>An amount for a unit by the level of its place, and there by how many are listed at it.</summary>
/// <param name="Place">The figure with the place's level: 1 for the first, 0 for places that give nothing.</param>
/// <param name="Levels">The sizes of each level.</param>
internal sealed record PlaceGrid(
    string Code, FigureNeed Place, IReadOnlyList<IReadOnlyList<SizeTier>> Levels, PricePeriod Per) : Component(Code)
{
    public override IEnumerable<FigureNeed> Needs => [Place];

    public override IEnumerable<Share> Shares(Course course) => Each(course, unit =>
    {
        var level = (int)course.Snapshot.Of(unit, Place);
        if (level == 0)
            return [];
        var listed = course.Snapshot.Listed(unit);
        var tier = Levels[level - 1].Last(tier => tier.FromListed <= listed);
        return [Part.At(new Price(tier.Kronor, Per), 1)];
    });
}

/// <summary>What units from a size on get, until the next tier begins.</summary>
internal sealed record SizeTier(int FromListed, decimal Kronor);
