using NaraVard.Handoff.Domain;
using NaraVard.Handoff.Domain.Disclosure;
using NaraVard.Platform.Errors;

namespace NaraVard.Handoff.Tests.Domain;

public sealed class CandidateRuleTests
{
    private static readonly CandidateRule Rule = new("region:17", new DateOnly(2023, 10, 1), To: null, 75, 5);

    [Theory]
    [InlineData(75, null, true, "Other", "Green", true, true)]
    [InlineData(74, null, true, "Other", "Green", true, false)]
    [InlineData(60, 5, true, "Other", "Green", true, true)]
    [InlineData(60, 4, true, "Other", "Green", true, false)]
    [InlineData(80, null, false, "Other", "Green", true, false)]
    [InlineData(80, null, false, "Fall", "Green", true, true)]
    [InlineData(80, null, false, "Confusion", "Orange", true, true)]
    [InlineData(80, null, true, "Fall", "Red", true, false)]
    [InlineData(80, null, true, "Fall", "Yellow", false, false)]
    public void Proposes_the_old_or_frail_who_are_alone_or_fell_or_are_confused_and_can_go_home(
        int age, int? frailty, bool alone, string reason, string triage, bool canGoHome, bool isCandidate)
    {
        var facts = new CandidateFacts(
            age, frailty, alone, [Enum.Parse<ReasonCode>(reason)], Enum.Parse<TriageColour>(triage), canGoHome);

        Assert.Equal(isCandidate, Rule.Assess(facts).All(criterion => criterion.IsMet));
    }

    [Fact]
    public void Takes_the_version_of_the_day_and_of_the_region()
    {
        var later = Rule with { From = new DateOnly(2026, 1, 1), AgeYearsMin = 80 };
        var other = Rule with { Organisation = "region:20" };
        CandidateRule[] rules = [later, other, Rule];

        Assert.Equal(Rule, CandidateRule.For("region:17", new DateOnly(2025, 12, 31), rules));
        Assert.Equal(later, CandidateRule.For("region:17", new DateOnly(2026, 1, 1), rules));
        Assert.Equal(other, CandidateRule.For("region:20", new DateOnly(2026, 1, 1), rules));
    }

    [Theory]
    [InlineData("region:17", "2023-09-30")]
    [InlineData("region:01", "2026-01-01")]
    public void Refuses_to_guess_when_no_version_applies(string organisation, string day)
    {
        var refusal = Assert.Throws<RuleViolation>(() => CandidateRule.For(organisation, DateOnly.Parse(day), [Rule]));

        Assert.Equal("candidate-rule-missing", refusal.Code);
    }
}
