using NaraVard.Listing.Domain.Capitation;

namespace NaraVard.Listing.Tests.Domain.Capitation;

/// <summary>
/// Västerbotten's dental care (DOMAIN V11, V12) as package data: three parts for every unit, three for folktandvården
/// alone. The seed has no amounts: these are the model's own.
/// </summary>
public sealed class VasterbottenDentalTests
{
    private const string A = "SE9900000176-A";
    private const string B = "SE9900000176-B";
    private const string Private = "SE9900000176-PRIVATE";
    private static readonly DateOnly Before = new(2024, 12, 1);
    private static readonly DateOnly After = new(2025, 1, 1);

    private static readonly Snapshot Snapshot = new Region()
        .With(A, UnitOwner.PublicDental).With(B, UnitOwner.PublicDental).With(Private, UnitOwner.Private)
        .Listed(A, 100, age: 3).Listed(A, 400, age: 10).Listed(A, 50, age: 19).Listed(A, 30, age: 20)
        .Listed(A, 20, age: 23).Listed(A, 5, age: 24).Listed(A, 12, age: 10, arrived: 1)
        .Listed(Private, 40, age: 10).Listed(Private, 2, age: 10, arrived: 0).Listed(Private, 9, age: 10, arrived: 2)
        .Living("90110", 30, 0).Living("90299", 20, 2).Living("90110", 500, 10).Living("90110", 60, 23)
        .Living("91123", 10, 1).Living("91123", 80, 19).Living("91123", 9, 24).Living("93100", 700, 1)
        .Figure(A, "orthodontic-appliances", 7).Figure(B, "orthodontic-appliances", 0)
        .Figure(Private, "orthodontic-appliances", 2).Snapshot;

    [Theory]
    [InlineData(A, "kapitering-3-23", 61_200.00)]
    [InlineData(A, "nyanlanda", 600.00)]
    [InlineData(A, "ortodonti-apparatur", 52_500.00)]
    [InlineData(A, "kapitering-0-2", 416.67)]
    [InlineData(A, "omradesansvar", 1_220.00)]
    [InlineData(A, "folkhalsoarbete", 20_000.00)]
    [InlineData(B, "kapitering-3-23", 0)]
    [InlineData(B, "kapitering-0-2", 83.33)]
    [InlineData(B, "omradesansvar", 180.00)]
    [InlineData(B, "folkhalsoarbete", 20_000.00)]
    [InlineData(Private, "kapitering-3-23", 5_100.00)]
    [InlineData(Private, "nyanlanda", 100.00)]
    [InlineData(Private, "ortodonti-apparatur", 15_000.00)]
    [InlineData(Private, "kapitering-0-2", 0)]
    [InlineData(Private, "omradesansvar", 0)]
    [InlineData(Private, "folkhalsoarbete", 0)]
    public void V11_V12_pays_each_part_to_the_ore(string unit, string component, decimal kronor) =>
        Assert.Equal(kronor, Pays(Before).Of(unit, component));

    [Fact]
    public void All_lines_and_the_rounding_are_the_total()
    {
        Assert.Equal((176_400.00m, 0m), (Pays(Before).Total, Pays(Before).Rounding));
        Assert.Equal(171_400.00m, Pays(After).Total);
    }

    [Fact]
    public void From_2025_who_turns_20_is_paid_for_no_more()
    {
        Assert.Equal((0m, 56_200.00m), (Pays(After).Of(A, "kapitering-3-23"), Pays(After).Of(A, "kapitering-3-19")));
        Assert.Equal(0, Pays(Before).Of(A, "kapitering-3-19"));
    }

    private static Result Pays(DateOnly month) =>
        Calculation.Of(Models.Of("vasterbotten-tandvard"), month, Snapshot);
}
