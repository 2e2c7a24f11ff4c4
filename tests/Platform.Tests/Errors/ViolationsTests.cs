using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;

namespace NaraVard.Platform.Tests.Errors;

public class ViolationsTests
{
    [Fact]
    public void Collects_everything_that_is_wrong_before_it_throws()
    {
        var violations = new Violations();

        violations.Required("name", "  ");
        violations.Parse<Organisation>("organisation", "region:xx");
        violations.Parse<Organisation>("other", null);
        violations.Optional("note", new string('a', 201));

        var refusal = Assert.Throws<InvalidInput>(violations.ThrowIfAny);
        Assert.Equal(
            [("name", "required"), ("organisation", "malformed"), ("other", "required"), ("note", "too-long")],
            refusal.Violations.Select(violation => (violation.Field, violation.Code)));
        Assert.All(refusal.Violations, violation => Assert.NotEqual(violation.Message.Sv, violation.Message.En));
    }

    [Fact]
    public void Gives_the_values_when_nothing_is_wrong()
    {
        var violations = new Violations();

        var organisation = violations.Parse<Organisation>("organisation", " region:17 ");
        var name = violations.Required("name", " Eva ");

        violations.ThrowIfAny();
        Assert.Equal(Organisation.Region("17"), organisation);
        Assert.Equal("Eva", name);
    }
}
