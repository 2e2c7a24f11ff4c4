namespace NaraVard.Listing.Domain.Capitation.Components;

/// <summary>A fixed pot for the units that lie far off, shared by their listing points.</summary>
/// <param name="Scales">The figures whose sum are a unit's geography points, with the most of each.</param>
/// <param name="AbovePoints">Only units with more points than this share.</param>
/// <param name="PointsOf">The components whose points decide how much each gets.</param>
internal sealed record GeographyPot(
    string Code, Price Pot, IReadOnlyList<FigureNeed> Scales, decimal AbovePoints, IReadOnlyList<string> PointsOf)
    : Component(Code)
{
    /// <summary>True to weigh a unit's listing points by its geography points.</summary>
    public bool IsWeighted { get; init; }

    public override IEnumerable<FigureNeed> Needs => Scales;

    public override IEnumerable<string> BuildsOn => PointsOf;

    public override IEnumerable<Share> Shares(Course course)
    {
        var weights = course.Snapshot.Units.Where(Pays).ToDictionary(unit => unit, unit => Weight(course, unit));
        var sum = weights.Values.Sum();
        return sum == 0 ? [] : Each(course, unit =>
            [new(weights[unit], Pot with { Kronor = Pot.Kronor / sum }, Pot.Of(weights[unit]) / sum)]);
    }

    private decimal Weight(Course course, Unit unit)
    {
        var geography = Scales.Sum(scale => course.Snapshot.Of(unit, scale));
        return geography > AbovePoints ? course.Points(PointsOf, unit) * (IsWeighted ? geography : 1) : 0;
    }
}
