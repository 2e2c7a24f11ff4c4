using NaraVard.Handoff.Domain.Desks;
using NaraVard.Identifiers.Places;
using NaraVard.Platform.Errors;

namespace NaraVard.Handoff.Tests.Domain.Desks;

public sealed class RoutingTests
{
    [Theory]
    [InlineData("1780", "", "1780")]
    [InlineData("", "65224", "1780")]
    [InlineData("", "652 24", "1780")]
    [InlineData("1780", "65224", "1780")]
    public void Finds_the_kommun_by_code_or_by_a_postal_code_in_one_kommun(
        string kommun, string postal, string expected)
    {
        var faults = new Violations();

        Assert.Equal(expected, Routing.Resolve(kommun, postal, isProtected: false, faults)?.Code);
        Assert.False(faults.Any);
    }

    [Theory]
    [InlineData("", "", false, "kommunCode", "required")]
    [InlineData("1761", "65224", false, "postalCode", "kommun-disagrees")]
    [InlineData("", "65224", true, "postalCode", "protected-identity")]
    [InlineData("1780", "65224", true, "postalCode", "protected-identity")]
    public void Never_guesses(string kommun, string postal, bool isProtected, string field, string code)
    {
        var faults = new Violations();

        Routing.Resolve(kommun, postal, isProtected, faults);

        var violation = Assert.Single(Assert.Throws<InvalidInput>(faults.ThrowIfAny).Violations);
        Assert.Equal((field, code), (violation.Field, violation.Code));
    }

    [Theory]
    [InlineData("9999", "", "kommunCode")]
    [InlineData("", "00000", "postalCode")]
    [InlineData("", "banan", "postalCode")]
    public void Refuses_codes_that_do_not_exist(string kommun, string postal, string field)
    {
        var faults = new Violations();

        Assert.Null(Routing.Resolve(kommun, postal, isProtected: false, faults));
        Assert.Equal(field, Assert.Single(Assert.Throws<InvalidInput>(faults.ThrowIfAny).Violations).Field);
    }

    [Fact]
    public void Names_the_candidates_when_a_postal_code_lies_in_several_kommuner()
    {
        KommunCode[] candidates = [KommunCode.Parse("1780"), KommunCode.Parse("1761")];
        var faults = new Violations();

        Assert.Null(Routing.Only(candidates, faults));

        var violation = Assert.Single(Assert.Throws<InvalidInput>(faults.ThrowIfAny).Violations);
        Assert.Equal("several-kommuner", violation.Code);
        Assert.Contains("Karlstad (1780), Hammarö (1761)", violation.Message.Sv, StringComparison.Ordinal);
    }
}
