using NaraVard.Listing.Domain.Capitation;

namespace NaraVard.Listing.Tests.Domain.Capitation;

/// <summary>
/// Gävleborg 2017 (DOMAIN B3.2) as package data. The source leaves open the weights of ages, the amounts by place and
/// size, the share of visits that coverage is paid from, and that it is for a month: these are the model's own.
/// </summary>
public sealed class Gavleborg2017Tests
{
    private readonly Result result = Calculation.Of(Models.Of("gavleborg-2017"), Region.Month, new Region()
        .With("A", UnitOwner.Private).With("B")
        .Listed("A", 1_000).Listed("A", 200, age: 80).Listed("B", 9_000)
        .Enrolled("A", 12, age: 0).Enrolled("A", 20, age: 1).Enrolled("A", 30, age: 5).Enrolled("A", 9, age: 6)
        .Enrolled("B", 95, age: 0).Enrolled("B", 410, age: 3)
        .Figures("A", ("acg-points", 1_350.5m), ("socio-economic-points", 210), ("drug-points", 1_100.25m),
            ("goals-percent", 90), ("visit-coverage-percent", 62), ("place-level", 2), ("child-home-visits", 4),
            ("residential-places", 31), ("short-places", 2), ("lss-places", 3))
        .Figures("B", ("acg-points", 8_800.75m), ("socio-economic-points", 900), ("drug-points", 7_001),
            ("goals-percent", 100), ("visit-coverage-percent", 81.5m), ("place-level", 1)).Snapshot);

    // 1 902 kr for 1 400 points and 476 kr for 1 350,5 ACG points a year, and so on; each line is a twelfth.
    [Theory]
    [InlineData("alder", 221_900.00)]
    [InlineData("acg", 53_569.83)]
    [InlineData("socioekonomi", 10_500.00)]
    [InlineData("lakemedel", 66_198.38)]
    [InlineData("moms", 10_565.05)]
    [InlineData("malrelaterat", 9_508.54)]
    [InlineData("tackningsgrad", 25_920.00)]
    [InlineData("geografi", 75_000.00)]
    [InlineData("bvc-0", 8_717.00)]
    [InlineData("bvc-1-5", 6_404.17)]
    [InlineData("bvc-hembesok", 4_000.00)]
    [InlineData("sabo", 6_200.00)]
    [InlineData("korttid", 2_000.00)]
    [InlineData("lss", 300.00)]
    public void Pays_each_part_to_the_ore(string component, decimal kronor) =>
        Assert.Equal(kronor, result.Of("A", component));

    [Theory]
    [InlineData("moms", 0)]
    [InlineData("malrelaterat", 67_254.70)]
    [InlineData("geografi", 8_333.33)]
    [InlineData("bvc-hembesok", 0)]
    public void Pays_another_unit_what_it_may_get(string component, decimal kronor) =>
        Assert.Equal(kronor, result.Of("B", component));

    [Fact]
    public void All_lines_and_the_rounding_are_the_total()
    {
        Assert.Equal((3_450_017.99m, -0.01m), (result.Total, result.Rounding));
        Assert.Equal(3_450_018.00m, result.Lines.Sum(line => line.Kronor));
    }

    // Two levels of place, three sizes in each; a place of no level gives nothing.
    [Theory]
    [InlineData(1, 2_499, 25_000.00)]
    [InlineData(1, 2_500, 16_666.67)]
    [InlineData(1, 5_000, 8_333.33)]
    [InlineData(2, 0, 75_000.00)]
    [InlineData(2, 4_999, 50_000.00)]
    [InlineData(2, 12_000, 25_000.00)]
    [InlineData(0, 1_000, 0)]
    public void Pays_for_geography_by_place_and_number_listed(int level, int listed, decimal kronor)
    {
        var model = Models.Of("gavleborg-2017");
        var geography = model.Components.Single(component => component.Code == "geografi");
        var region = new Region().With("A").Listed("A", listed).Figure("A", "place-level", level);

        Assert.Equal(kronor, region.Pays(geography).Of("A", "geografi"));
    }
}
