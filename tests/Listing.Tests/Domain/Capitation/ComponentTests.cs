using NaraVard.Listing.Domain.Capitation;
using NaraVard.Listing.Domain.Capitation.Components;

namespace NaraVard.Listing.Tests.Domain.Capitation;

public sealed class ComponentTests
{
    private static readonly DistanceTier[] Tiers =
        [new(0, 20, 0), new(20, 50, 100), new(50, 100, 250), new(100, null, 450)];

    [Theory]
    [InlineData(0, 0)]
    [InlineData(19.9, 0)]
    [InlineData(20, 100)]
    [InlineData(49.999, 100)]
    [InlineData(50.0, 250)]
    [InlineData(99.9, 250)]
    [InlineData(120, 450)]
    public void Stairs_pay_the_step_that_the_distance_is_on(decimal km, decimal kronor)
    {
        var region = new Region().With("A").Listed("A", 1).Figure("A", DistanceStairs.Measure, km);

        Assert.Equal(kronor, region.Pays(new DistanceStairs("avstand", Tiers, PricePeriod.Month)).Total);
    }

    [Fact]
    public void Sound_stairs_have_no_fault() => Assert.Empty(DistanceStairs.Faults(Tiers));

    [Fact]
    public void All_faults_of_stairs_are_found_at_once()
    {
        var faults = DistanceStairs.Faults([new(5, 20, 100), new(15, 30, 50), new(40, 40, 60)]);

        Assert.Equal(
            [
                new(0, TierFaultKind.NotFromZero), new(1, TierFaultKind.Overlap), new(1, TierFaultKind.Falls),
                new(2, TierFaultKind.Empty), new(2, TierFaultKind.Gap), new(2, TierFaultKind.NotOpen),
            ],
            faults);
    }

    // Four relations by a fee table (L12); 500 to 2 200 kronor as DOMAIN B3.1 has it.
    [Theory]
    [InlineData(nameof(Relation.ListedHere), 0, 0)]
    [InlineData(nameof(Relation.ListedElsewhere), 1_600, 2_000)]
    [InlineData(nameof(Relation.Unlisted), 2_000, 2_000)]
    [InlineData(nameof(Relation.OutOfRegion), 4_000, 4_400)]
    public void A_visit_pays_by_relation_with_the_patients_fee_retained_or_not(
        string relation, decimal retained, decimal paidIn)
    {
        var measure = VisitFees.Measure("lakare", Enum.Parse<Relation>(relation));
        var region = new Region().With("A").Figure("A", measure, 2);

        Assert.Equal((retained, paidIn), (region.Pays(Fees(true)).Total, region.Pays(Fees(false)).Total));
    }

    [Fact]
    public void Each_home_visit_adds_its_amount_once_while_it_is_paid_for()
    {
        var fees = new VisitFees("hembesok", "hem", new Dictionary<Relation, VisitFee>
        {
            [Relation.ListedHere] = new(1_000, 0, false),
        });
        var region = new Region().With("A").Figure("A", "visits.hem.listed-here", 7);

        Assert.Equal(7_000, region.Pays(fees).Total);
        Assert.Equal(0, region.Pays(fees with { From = Region.Month.AddMonths(1) }).Total);
    }

    [Fact]
    public void Removing_a_special_visit_payment_returns_its_sum_to_the_frame()
    {
        var visits = new VisitFees("hembesok", "hem", new Dictionary<Relation, VisitFee>
        {
            [Relation.ListedHere] = new(1_000, 0, false),
        });
        var region = new Region().With("A").With("B").Listed("A", 100).Listed("B", 300)
            .Figure("A", "visits.hem.listed-here", 7);

        var with = region.Pays(100_000m, visits, Region.Listing(null));
        var without = region.Pays(100_000m, Region.Listing(null));

        Assert.Equal(93_000, with.Lines.Where(line => line.Component == "listning").Sum(line => line.Kronor));
        Assert.Equal(100_000, without.Lines.Sum(line => line.Kronor));
    }

    [Fact]
    public void Dental_capitation_goes_from_3_to_23_to_3_to_19_with_begun_treatments_paid_on()
    {
        var old = new PerPerson("3-23", [new AgeBand(3, 23, null, 1)], AgeKind.Turning, Region.PerMonth(100))
        {
            To = new DateOnly(2024, 12, 31),
        };
        var now = new PerPerson("3-19", [new AgeBand(3, 19, null, 1)], AgeKind.Turning, Region.PerMonth(100))
        {
            From = new DateOnly(2025, 1, 1),
        };
        var begun = new PerFigure("begun", new("begun-treatments", false) { AbsentIsZero = true }, Region.PerMonth(90))
        {
            From = new DateOnly(2025, 1, 1),
        };
        var model = new PaymentModel(null, ListingDay.LastOfMonth, [old, now, begun]);
        var region = new Region().With("A");
        foreach (var age in new[] { 2, 3, 19, 20, 23, 24 })
            region.Listed("A", 1, age);

        var before = Calculation.Of(model, new(2024, 12, 1), region.Snapshot);
        var after = Calculation.Of(model, new(2025, 1, 1), region.Figure("A", "begun-treatments", 2).Snapshot);

        Assert.Equal((400, 380), (before.Total, after.Total));
    }

    [Fact]
    public void Only_public_dental_care_is_paid_for_its_tasks()
    {
        var publicOnly = new HashSet<UnitOwner> { UnitOwner.PublicDental };
        var region = new Region().With("FTV", UnitOwner.PublicDental).With("P", UnitOwner.Private)
            .Listed("FTV", 10, age: 1).Listed("P", 10, age: 1);

        var result = region.Pays(
            new PerPerson("0-2", [new AgeBand(0, 2, null, 1)], AgeKind.Turning, Region.PerMonth(50))
            {
                Owners = publicOnly,
            },
            new PerUnit("folkhalsa", Region.PerMonth(1_000)) { Owners = publicOnly });

        Assert.Equal((500, 1_000), (result.Of("FTV", "0-2"), result.Of("FTV", "folkhalsa")));
        Assert.DoesNotContain(result.Lines, line => line.Unit == "P");
    }

    [Fact]
    public void An_area_is_paid_for_each_child_in_it_listed_or_not()
    {
        var area = new PerPerson("omrade", [new AgeBand(0, 23, null, 1)], AgeKind.Turning, Region.PerMonth(10))
        {
            Owners = new HashSet<UnitOwner> { UnitOwner.PublicDental },
            Areas = [new Area("NORTH", ["90"]), new Area("SOUTH", ["904", "91"]), new Area("PRIVATE", ["12"])],
        };
        var region = new Region().With("NORTH", UnitOwner.PublicDental).With("SOUTH", UnitOwner.PublicDental)
            .With("PRIVATE", UnitOwner.Private).Living("90320", 5, 3).Living("90421", 7, 23)
            .Living("91131", 2, 24).Living("12345", 9, 5).Listed("NORTH", 100, age: 10)
            .Listed("PRIVATE", 100, age: 10);

        var result = region.Pays(area);

        Assert.Equal((50, 70), (result.Of("NORTH", "omrade"), result.Of("SOUTH", "omrade")));
        Assert.Equal(120, result.Total);
    }

    [Fact]
    public void Only_the_newly_arrived_of_the_ages_give_the_supplement()
    {
        var region = new Region().With("A").Listed("A", 3, age: 10, arrived: 0).Listed("A", 4, age: 10, arrived: 1)
            .Listed("A", 5, age: 10, arrived: 2).Listed("A", 6, age: 30, arrived: 0).Listed("A", 100, age: 10);

        var result = region.Pays(
            new PerPerson("nyanlanda", [new AgeBand(3, 23, null, 1)], AgeKind.Turning, Region.PerMonth(100))
            {
                ArrivedWithinYears = 2,
            });

        Assert.Equal(700, result.Total);
    }

    private static VisitFees Fees(bool isRetained) => new("besok", "lakare", new Dictionary<Relation, VisitFee>
    {
        [Relation.ListedHere] = new(0, 0, isRetained),
        [Relation.ListedElsewhere] = new(1_000, 200, isRetained),
        [Relation.Unlisted] = new(1_000, 0, isRetained),
        [Relation.OutOfRegion] = new(2_200, 200, isRetained),
    });
}
