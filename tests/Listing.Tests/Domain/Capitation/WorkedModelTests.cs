using NaraVard.Identifiers.Persons;
using NaraVard.Listing.Domain.Capitation;
using NaraVard.Listing.Domain.Capitation.Components;

namespace NaraVard.Listing.Tests.Domain.Capitation;

/// <summary>
/// The regional models that are published with figures (DOMAIN B3.2, B3.4). What a source leaves open is said in the
/// name of the test or above it, and is configuration.
/// </summary>
public sealed class WorkedModelTests
{
    // The page does not say for which period; a month is implied.
    [Fact]
    public void VGR_pays_458_kronor_a_point_by_age_and_sex()
    {
        var bands = new AgeBand[]
        {
            new(0, 6, null, 1.2m), new(7, 64, Sex.Female, 0.9m), new(7, 64, Sex.Male, 0.6m), new(65, null, null, 2m),
        };
        var region = new Region().With("A").Listed("A", 100, age: 3).Listed("A", 1000, age: 40)
            .Listed("A", 1000, age: 40, sex: Sex.Male).Listed("A", 200, age: 80);

        var result = region.Pays(Region.Listing(Region.PerMonth(458), bands));

        Assert.Equal((120m + 900 + 600 + 400) * 458, result.Of("A", "listning"));
    }

    [Fact]
    public void VGR_pays_3_15_kronor_a_point_and_percentage_point_above_50()
    {
        var region = new Region().With("A").Listed("A", 8_000).Figure("A", VisitCoverage.Measure, 62);

        var result = region.Pays(
            Region.Listing(Region.PerMonth(458)), Coverage());

        Assert.Equal(302_400.00m, result.Of("A", "tackningsgrad"));
    }

    [Theory]
    [InlineData(49.9, 0)]
    [InlineData(50, 0)]
    [InlineData(51, 1)]
    [InlineData(80, 30)]
    [InlineData(97, 30)]
    public void VGR_pays_coverage_from_50_to_at_most_80(decimal percent, int paidFor)
    {
        var region = new Region().With("A").Listed("A", 1_000).Figure("A", VisitCoverage.Measure, percent);

        var result = region.Pays(Region.Listing(Region.PerMonth(458)), Coverage());

        Assert.Equal(paidFor * 3.15m * 1_000, result.Of("A", "tackningsgrad"));
    }

    [Fact]
    public void VGR_2017_paid_294_kronor_for_each_of_715_000_points_a_month()
    {
        var region = new Region().With("A").With("B").Listed("A", 700_000).Listed("B", 15_000);

        var result = region.Pays(Region.Listing(Region.PerMonth(294)));

        Assert.Equal(210_210_000.00m, result.Total);
        Assert.Equal(205_800_000.00m, result.Of("A", "listning"));
    }

    [Fact]
    public void VGR_shares_8_450_000_kronor_a_month_among_units_with_more_than_9_points()
    {
        var region = new Region().With("ISLAND").With("FAR").With("NINE").With("TOWN");
        foreach (var (unit, listed, hospital, place, density, island) in new[]
        {
            ("ISLAND", 1_000, 6, 6, 6, 4), ("FAR", 3_000, 4, 3, 3, 0), ("NINE", 5_000, 3, 3, 3, 0),
            ("TOWN", 9_000, 0, 0, 0, 0),
        })
            region.Listed(unit, listed).Figure(unit, "geo-hospital", hospital).Figure(unit, "geo-place", place)
                .Figure(unit, "geo-density", density).Figure(unit, "geo-island", island);

        var result = region.Pays(Region.Listing(Region.PerMonth(458)), Geography());

        Assert.Equal(2_112_500.00m, result.Of("ISLAND", "geografi"));
        Assert.Equal(6_337_500.00m, result.Of("FAR", "geografi"));
        Assert.Equal((0m, 0m), (result.Of("NINE", "geografi"), result.Of("TOWN", "geografi")));
        Assert.Equal(22, Geography().Scales.Sum(scale => scale.Max));
    }

    // "Related to their listing points": by these alone, or weighed by geography points, is configuration.
    [Fact]
    public void VGR_geography_can_be_weighed_by_the_geography_points()
    {
        var region = new Region().With("A").With("B").Listed("A", 100).Listed("B", 100)
            .Figure("A", "geo-hospital", 6).Figure("A", "geo-place", 6).Figure("B", "geo-hospital", 6)
            .Figure("B", "geo-place", 4);
        foreach (var unit in new[] { "A", "B" })
            region.Figure(unit, "geo-density", 0).Figure(unit, "geo-island", 0);

        var result = region.Pays(
            Region.Listing(Region.PerMonth(458)), Geography() with { IsWeighted = true });

        Assert.Equal(Money.Round(8_450_000m * 12 / 22), result.Of("A", "geografi"));
    }

    private static VisitCoverage Coverage() =>
        new("tackningsgrad", FloorPercent: 50, CapPercent: 80, Region.PerMonth(3.15m), ["listning"]);

    private static GeographyPot Geography() => new(
        "geografi", Region.PerYear(101_400_000),
        [
            new("geo-hospital", true, 6), new("geo-place", true, 6), new("geo-density", true, 6),
            new("geo-island", true, 4),
        ],
        AbovePoints: 9, ["listning"]);
}
