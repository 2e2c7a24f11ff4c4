namespace NaraVard.Listing.Domain.Capitation.Components;

/// <summary>
/// For the share of their visits that the listed make at their own unit: primary care's täckningsgrad (DOMAIN B3.4,
/// no. 1), which is neither dental care's nor a quality register's.
/// </summary>
/// <param name="FloorPercent">Nothing is paid up to this.</param>
/// <param name="CapPercent">Nothing more is paid above this.</param>
/// <param name="Price">For each point and percentage point between; parts of a percentage point count.</param>
/// <param name="PointsOf">The components whose points are meant.</param>
internal sealed record VisitCoverage(
    string Code, decimal FloorPercent, decimal CapPercent, Price Price, IReadOnlyList<string> PointsOf)
    : Component(Code)
{
    /// <summary>The figure with the share, in per cent, of the last six months.</summary>
    public const string Measure = "visit-coverage-percent";

    private static readonly FigureNeed Coverage = new(Measure, IsStanding: false, Max: 100);

    public override IEnumerable<FigureNeed> Needs => [Coverage];

    public override IEnumerable<string> BuildsOn => PointsOf;

    public override IEnumerable<Share> Shares(Course course) => Each(course, Price, unit =>
        Math.Max(0, Math.Min(course.Snapshot.Of(unit, Coverage), CapPercent) - FloorPercent)
        * course.Points(PointsOf, unit));
}
