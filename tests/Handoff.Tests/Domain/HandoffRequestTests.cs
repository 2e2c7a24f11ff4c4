using NaraVard.Handoff.Domain;
using NaraVard.Handoff.Domain.Disclosure;
using NaraVard.Platform.Errors;

namespace NaraVard.Handoff.Tests.Domain;

public sealed class HandoffRequestTests
{
    [Fact]
    public void Lets_a_consenting_adult_through() => Assert.Null(A.Request().Obstacle());

    [Fact]
    public void Refuses_without_consent_before_anything_else_is_said() =>
        Assert.Equal("consent-missing", A.Request(age: 10, consent: A.Consent(given: false)).Obstacle()?.Code);

    [Theory]
    [InlineData(17, "person-is-child")]
    [InlineData(18, null)]
    [InlineData(null, null)]
    public void Refuses_children_up_to_the_day_they_are_adults(int? age, string? code) =>
        Assert.Equal(code, A.Request(age: age).Obstacle()?.Code);

    [Fact]
    public void Refuses_compulsory_care_with_where_to_turn()
    {
        var refusal = A.Request(compulsory: true).Obstacle();

        Assert.Equal("compulsory-care", refusal?.Code);
        Assert.Contains("socialjouren", refusal?.Text.Sv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(TriageColour.Red), "triage-red")]
    [InlineData(nameof(TriageColour.Orange), null)]
    [InlineData(nameof(TriageColour.Blue), null)]
    public void Refuses_red_only(string colour, string? code) =>
        Assert.Equal(code, A.Request(triage: Enum.Parse<TriageColour>(colour)).Obstacle()?.Code);

    [Fact]
    public void Cannot_become_a_handoff_when_there_is_an_obstacle() =>
        Assert.Throws<RuleViolation>(() => new HandoffCase(A.Request(age: 3), A.Desk(), A.Now));

    [Fact]
    public void Never_shows_the_number_or_the_content_as_text()
    {
        var text = $"{A.Request()} {A.Request().Disclosed} {A.Request().Disclosed.Person}";

        Assert.DoesNotContain("18900101", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Selma", text, StringComparison.Ordinal);
    }
}
