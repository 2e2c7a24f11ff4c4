using NaraVard.Listing.Domain.Capitation;
using NaraVard.Listing.Domain.Capitation.Components;
using NaraVard.Platform.Errors;

namespace NaraVard.Listing.Tests.Domain.Capitation;

public sealed class CalculationTests
{
    private static readonly HashSet<UnitOwner> Private = [UnitOwner.Private];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 200)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void All_lines_and_the_rounding_are_the_total_to_the_ore(int seed)
    {
        var random = new Random(seed);
        var (region, components) = Any(random);
        decimal? frame = random.Next(2) == 0 ? null : 1_000_000_000m + random.Next(1, 100_000_000) / 100m;
        if (frame is not null)
            components[0] = Region.Listing(null);

        var result = region.Pays(frame, [.. components]);

        Assert.Equal(result.Total, result.Lines.Sum(line => line.Kronor) + result.Rounding);
        Assert.Equal(Money.Round(result.Total), result.Total);
        Assert.Equal(frame ?? result.Total, result.Total);
        Assert.All(result.Lines, line => Assert.Equal(Money.Round(line.Kronor), line.Kronor));
        Assert.InRange(Math.Abs(result.Rounding), 0, 0.005m * (result.Lines.Count + 1));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Fewer_tiers_at_the_same_frame_move_kronor_and_sum_to_nothing(int seed)
    {
        var random = new Random(seed);
        var (region, components) = Any(random);
        components[0] = Region.Listing(null);
        var model = new PaymentModel(Region.PerMonth(900_000_000m), ListingDay.LastOfMonth, components);
        var fewer = model.With([new(0, 60, 0), new(60, 120, 200), new(120, null, 400)]);

        var (before, after) = (Of(model, region), Of(fewer, region));

        Assert.Equal(0, after.Total - before.Total);
        Assert.Equal(
            0,
            after.Lines.Sum(line => line.Kronor) + after.Rounding
            - before.Lines.Sum(line => line.Kronor) - before.Rounding);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_same_snapshot_gives_the_same_digests_in_whatever_order_it_is_read(int seed)
    {
        var (region, components) = Any(new Random(seed));
        var (again, _) = Any(new Random(seed));
        var read = again.Snapshot;
        var mixed = new Snapshot(read.Units.Reverse(), read.Cells.Reverse(), read.Figures.Reverse());
        var model = new PaymentModel(null, ListingDay.LastOfMonth, components);

        Assert.Equal(region.Snapshot.Digest(), mixed.Digest());
        Assert.Equal(Of(model, region).Digest(), Calculation.Of(model, Region.Month, mixed).Digest());
    }

    [Fact]
    public void One_person_more_is_another_digest() => Assert.NotEqual(
        new Region().With("A").Listed("A", 10).Snapshot.Digest(),
        new Region().With("A").Listed("A", 11).Snapshot.Digest());

    [Fact]
    public void Three_units_with_a_third_each_leave_an_ore_on_the_line_of_rounding()
    {
        var region = new Region().With("A").With("B").With("C").Listed("A", 1).Listed("B", 1).Listed("C", 1);

        var result = region.Pays(100m, Region.Listing(null));

        Assert.All(result.Lines, line => Assert.Equal(33.33m, line.Kronor));
        Assert.Equal(0.01m, result.Rounding);
    }

    [Fact]
    public void Half_an_ore_is_rounded_away_from_zero() =>
        Assert.Equal((0.13m, -0.13m), (Money.Round(0.125m), Money.Round(-0.125m)));

    [Fact]
    public void A_line_of_many_parts_is_rounded_once()
    {
        var fees = new VisitFees("besok", "lakare", new Dictionary<Relation, VisitFee>
        {
            [Relation.ListedElsewhere] = new(0.004m, 0, false),
            [Relation.Unlisted] = new(0.004m, 0, false),
        });
        var region = new Region().With("A").Figure("A", "visits.lakare.listed-elsewhere", 1)
            .Figure("A", "visits.lakare.unlisted", 1);

        var result = region.Pays(fees, new Surcharge("moms", 100, []));

        Assert.Equal((0.01m, 0.01m), (result.Of("A", "besok"), result.Of("A", "moms")));
        Assert.Equal((0.02m, 0m), (result.Total, result.Rounding));
    }

    [Fact]
    public void Refuses_with_every_missing_figure_at_once()
    {
        var region = new Region().With("A").With("B").Listed("A", 1).Listed("B", 1)
            .Figure("A", DistanceStairs.Measure, 10);

        var refusal = Assert.Throws<RuleViolation>(() => region.Pays(
            new PerFigure("acg", new FigureNeed("acg-points", false), Region.PerMonth(1)), Stairs()));

        Assert.Equal("figures-missing", refusal.Code);
        Assert.Equal("A B", refusal.Facts["acg-points"]);
        Assert.Equal("B", refusal.Facts[DistanceStairs.Measure]);
    }

    [Fact]
    public void Refuses_a_figure_that_cannot_be()
    {
        var region = new Region().With("A").Listed("A", 1).Figure("A", VisitCoverage.Measure, 101);

        var refusal = Assert.Throws<RuleViolation>(() => region.Pays(
            Region.Listing(Region.PerMonth(1)), new VisitCoverage("c", 50, 80, Region.PerMonth(1), ["listning"])));

        Assert.Equal("figures-out-of-range", refusal.Code);
    }

    [Fact]
    public void Refuses_a_frame_that_the_other_components_exceed() => Assert.Equal("frame-exceeded",
        Assert.Throws<RuleViolation>(() => new Region().With("A").Listed("A", 1).Pays(
            100m, new PerUnit("x", Region.PerMonth(101)), Region.Listing(null))).Code);

    [Fact]
    public void Refuses_a_frame_that_nobody_shares() => Assert.Equal("frame-without-points",
        Assert.Throws<RuleViolation>(() => new Region().With("A").Pays(100m, Region.Listing(null))).Code);

    private static Result Of(PaymentModel model, Region region) =>
        Calculation.Of(model, Region.Month, region.Snapshot);

    private static DistanceStairs Stairs() =>
        new("avstand", [new(0, 20, 0), new(20, 50, 100), new(50, 100, 250), new(100, 150, 300), new(150, null, 450)],
            PricePeriod.Year);

    private static (Region Region, Component[] Components) Any(Random random)
    {
        var region = new Region();
        for (var i = 0; i < random.Next(1, 12); i++)
        {
            var unit = $"U{i}";
            region.With(unit, (UnitOwner)random.Next(1, 3)).Figure(unit, "acg-points", random.Next(1, 100_000) / 7m)
                .Figure(unit, DistanceStairs.Measure, random.Next(0, 2_000) / 10m)
                .Figure(unit, VisitCoverage.Measure, random.Next(0, 1_000) / 10m);
            for (var age = 0; age < 100; age += random.Next(1, 40))
                region.Listed(unit, random.Next(1, 400), age);
        }

        return (region,
        [
            Region.Listing(Region.PerMonth(Kronor(random))),
            new PerFigure("acg", new FigureNeed("acg-points", false), Region.PerYear(Kronor(random))),
            Stairs(),
            new VisitCoverage("tackning", 50, 80, Region.PerMonth(3.15m), ["listning"]),
            new Surcharge("moms", 3, []) { Owners = Private },
        ]);
    }

    private static decimal Kronor(Random random) => random.Next(1, 10_000_000) / 1_000m;
}
