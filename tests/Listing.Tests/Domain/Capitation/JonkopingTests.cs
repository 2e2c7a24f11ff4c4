using NaraVard.Listing.Domain.Capitation;
using NaraVard.Listing.Domain.Capitation.Components;

namespace NaraVard.Listing.Tests.Domain.Capitation;

/// <summary>
/// Jönköping (DOMAIN B3.2) as package data: the frame is shared by CNI, what is over or under by ACG and CNI, and drugs
/// are adjusted when their cost is more than 5 Mkr beside the budget. No amounts are published: these are made up.
/// </summary>
public sealed class JonkopingTests
{
    private readonly PaymentModel model = Models.Of("jonkoping");

    // CNI points 2 000 and 1 000, ACG 4 000 and 6 000, drugs 300 and 100.
    [Fact]
    public void Pays_the_frame_by_CNI_and_the_pool_by_ACG_and_CNI()
    {
        var result = Calculation.Of(model, new(2026, 11, 1), Units(96_000_000).Snapshot);

        Assert.Equal((6_133_333.33m, 3_066_666.67m), (result.Of("A", "cni"), result.Of("B", "cni")));
        Assert.Equal((40_000m, 60_000m), (result.Of("A", "acg"), result.Of("B", "acg")));
        Assert.Equal((160_000m, 140_000m), (result.Of("A", "pott"), result.Of("B", "pott")));
        Assert.Equal((10_000_000m, 0m), (result.Total, result.Rounding));
        Assert.DoesNotContain(result.Lines, line => line.Component == "lakemedel-avstamning");
    }

    [Theory]
    [InlineData(96_000_000, 4_500_000, 1_500_000)]
    [InlineData(95_000_000, 0, 0)]
    [InlineData(95_000_001, 3_750_000.75, 1_250_000.25)]
    [InlineData(85_000_000, 0, 0)]
    [InlineData(82_000_000, -6_000_000, -2_000_000)]
    public void Drugs_are_adjusted_when_they_cost_5_Mkr_more_or_less_than_their_budget(
        decimal cost, decimal a, decimal b)
    {
        var result = Calculation.Of(model, new(2026, 12, 1), Units(cost).Snapshot);

        Assert.Equal((a, b), (result.Of("A", "lakemedel-avstamning"), result.Of("B", "lakemedel-avstamning")));
        Assert.Equal(10_000_000m, result.Total);
        Assert.Equal(result.Total, result.Lines.Sum(line => line.Kronor) + result.Rounding);
    }

    [Fact]
    public void The_months_of_a_year_are_the_years_frame_to_the_ore() => Assert.Equal(
        120_000_000.01m,
        Enumerable.Range(1, 12).Sum(month =>
            Calculation.Of(model, new(2026, month, 1), Units(90_000_000).Snapshot).Total));

    // The parts that have prices come to 500 000 kronor; the pool takes what the frame has over, or lacks.
    [Theory]
    [InlineData(800_000, 160_000, 140_000)]
    [InlineData(200_000, -160_000, -140_000)]
    public void A_pool_without_a_sum_takes_what_is_over_or_under(decimal frame, decimal a, decimal b)
    {
        var parts = model.Components.Where(part => part is PerFigure)
            .Append(model.Components.OfType<CareNeed>().Single() with { Price = Region.PerMonth(0) })
            .Append(model.Components.OfType<Pool>().Single(pool => pool.Cost is null) with { Sum = null });

        var result = Units(0).Pays(frame, [.. parts]);

        Assert.Equal((a, b), (result.Of("A", "pott"), result.Of("B", "pott")));
        Assert.Equal((frame, 0m), (result.Total, result.Rounding));
    }

    [Fact]
    public void A_pool_that_nobody_shares_is_refused()
    {
        var pool = new Pool("pott", Region.PerMonth(100), [new("listning", 1)]);

        Assert.Equal("frame-without-points", Assert.Throws<NaraVard.Platform.Errors.RuleViolation>(
            () => new Region().With("A").Pays(Region.Listing(Region.PerMonth(1)), pool)).Code);
    }

    private static Region Units(decimal drugCost)
    {
        var region = new Region().With("A").With("B");
        foreach (var (unit, listed, abroad, acg, drugs) in new[]
        {
            ("A", 4_000, 1_000, 4_000, 300), ("B", 6_000, 500, 6_000, 100),
        })
            region.Add(new Cell(Population.Listed, unit, 40, 40, null, Cell.ArrivedLongAgo, listed)
            {
                Social = new SocialCounts(0, abroad, 0, 0, 0, 0),
            }).Figures(unit, ("acg-points", acg), ("drug-points", drugs), ("drug-cost-of-year", drugCost / 2));
        return region;
    }
}
