using NaraVard.Listing.Domain.Capitation;
using NaraVard.Listing.Domain.Capitation.Components;

namespace NaraVard.Listing.Tests.Domain.Capitation;

public sealed class CareNeedTests
{
    private static readonly CareNeedWeights Weights = new(
        Under5: 3.23m, BornAbroad: 5.72m, AloneOver65: 6.15m, SingleParent: 4.19m, MovedIn: 4.19m,
        Unemployed: 5.13m, LowEducation: 3.97m);

    // The example says the index with four decimals; the reference behind it is published as "about 2,476".
    private const decimal Reference = 2.4761m;

    [Fact]
    public void Is_as_in_the_worked_example()
    {
        var counts = new CareNeedCounts(
            Under5: 595, BornAbroad: 1_391, AloneOver65: 484, SingleParents: 167, MovedIn: 385, Unemployed: 981,
            LowEducation: 632);

        Assert.Equal(22_709, decimal.Round(Weights.Sum(counts)));
        Assert.Equal(1.5513m, decimal.Round(Weights.Index(counts, 5_912, Reference), 4));
    }

    [Fact]
    public void Counts_each_fact_in_the_ages_that_it_is_defined_for()
    {
        var facts = new SocialCounts(1, 1, 1, 1, 1, 1);
        var cells = new[] { 0, 4, 5, 15, 16, 24, 25, 64, 65, 66 }
            .Select(age => new Cell(Population.Listed, "A", age, age, null, Cell.ArrivedLongAgo, 1) { Social = facts });

        var counts = CareNeedCounts.Of(cells);

        Assert.Equal(
            new CareNeedCounts(Under5: 2, BornAbroad: 10, AloneOver65: 1, SingleParents: 10, MovedIn: 9, Unemployed: 4,
                LowEducation: 2),
            counts);
    }

    [Fact]
    public void Pays_a_price_for_each_listed_times_the_index()
    {
        var region = new Region().With("A").Add(new Cell(
            Population.Listed, "A", 40, 40, null, Cell.ArrivedLongAgo, 1_000)
        {
            Social = new SocialCounts(0, 500, 0, 0, 0, 0),
        });

        var result = region.Pays(new CareNeed("cni", Weights, Reference: 2.86m, Region.PerMonth(10)));

        Assert.Equal(10_000m, result.Of("A", "cni"));
    }
}
