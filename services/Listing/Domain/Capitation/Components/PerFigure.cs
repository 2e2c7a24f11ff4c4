namespace NaraVard.Listing.Domain.Capitation.Components;

/// <summary>
/// A price for one of what was delivered: ACG points, places in residential care, home visits, orthodontic
/// treatments and appliances, dental treatments begun under older rules.
/// </summary>
internal sealed record PerFigure(string Code, FigureNeed Figure, Price? Price) : Component(Code)
{
    public override IEnumerable<FigureNeed> Needs => [Figure];

    public override bool TakesRest => Price is null;

    public override IEnumerable<Share> Shares(Course course) =>
        Each(course, Price, unit => course.Snapshot.Of(unit, Figure));
}
