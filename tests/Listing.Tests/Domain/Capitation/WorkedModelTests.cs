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

    [Fact]
    public void Gavleborg_2017_paid_2_378_kronor_a_point_and_year_four_fifths_by_age_and_one_by_ACG()
    {
        var region = new Region().With("A").Listed("A", 12_000).Figure("A", "acg-points", 12_000);

        var result = region.Pays(
            Region.Listing(Region.PerYear(1_902)), Figure("acg", "acg-points", Region.PerYear(476)));

        Assert.Equal(12_000 * 2_378m / 12, result.Total);
        Assert.Equal((1_902_000m, 476_000m), (result.Of("A", "listning"), result.Of("A", "acg")));
    }

    [Fact]
    public void Gavleborg_2017_paid_socio_economy_drugs_children_homes_and_VAT()
    {
        var region = new Region().With("A", UnitOwner.Private).Listed("A", 12, age: 0).Listed("A", 24, age: 5)
            .Listed("A", 100, age: 6);
        foreach (var (measure, value) in new[]
        {
            ("socio-economic-points", 120m), ("drug-points", 60m), ("residential-places", 12m), ("short-places", 2m),
            ("lss-places", 3m), ("child-home-visits", 4m),
        })
            region.Figure("A", measure, value);

        var result = region.Pays(
            Figure("socioekonomi", "socio-economic-points", Region.PerYear(600)),
            Figure("lakemedel", "drug-points", Region.PerYear(722)),
            new PerPerson("bvc-0", [new AgeBand(0, 0, null, 1)], AgeKind.Completed, Region.PerYear(8_717)),
            new PerPerson("bvc-1-5", [new AgeBand(1, 5, null, 1)], AgeKind.Completed, Region.PerYear(1_537)),
            Figure("bvc-hembesok", "child-home-visits", Region.PerMonth(1_000)),
            Figure("sabo", "residential-places", Region.PerYear(2_400)),
            Figure("korttid", "short-places", Region.PerYear(12_000)),
            Figure("lss", "lss-places", Region.PerYear(1_200)),
            new Surcharge("moms", 3, []) { Owners = new HashSet<UnitOwner> { UnitOwner.Private } });

        Assert.Equal(
            [6_000m, 3_610m, 8_717m, 3_074m, 4_000m, 2_400m, 2_000m, 300m, 903.03m],
            result.Lines.Select(line => line.Kronor));
    }

    private static PerFigure Figure(string code, string measure, Price price) =>
        new(code, new FigureNeed(measure, IsStanding: false), price);

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
