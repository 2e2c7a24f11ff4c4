using Grpc.Core;
using NaraVard.Contracts.Handoff.V1;
using NaraVard.Testing;

namespace NaraVard.Handoff.Tests.Features.Sending;

public sealed class AssessCandidateTests(HandoffHost host) : IClassFixture<HandoffHost>
{
    [Fact]
    public async Task Says_yes_with_every_criterion_and_the_version_of_the_rule()
    {
        var answer = await host.Er.AssessCandidateAsync(Candidate());

        Assert.Equal((true, "2023-10-01"), (answer.IsCandidate, answer.RuleFrom));
        Assert.Equal(
            ["old-or-frail", "alone-or-fall-or-confusion", "not-red", "can-go-home"],
            answer.Criteria.Select(criterion => criterion.Code));
        Assert.All(answer.Criteria, criterion => Assert.True(criterion.IsMet && criterion.Reason.Length > 0));
    }

    [Fact]
    public async Task Says_no_and_which_criterion_fails()
    {
        var request = Candidate();
        request.TriageColour = TriageColour.Red;

        var answer = await host.Er.AssessCandidateAsync(request);

        Assert.False(answer.IsCandidate);
        Assert.Equal("not-red", Assert.Single(answer.Criteria, criterion => !criterion.IsMet).Code);
    }

    [Fact]
    public async Task Speaks_the_callers_language()
    {
        var english = await host.Er.AssessCandidateAsync(Candidate(), new Metadata { { "accept-language", "en-GB" } });
        var swedish = await host.Er.AssessCandidateAsync(Candidate());

        Assert.Equal(
            ("Not triaged red.", "Inte röd triagefärg."), (english.Criteria[2].Reason, swedish.Criteria[2].Reason));
    }

    [Fact]
    public async Task Answers_the_same_again() => Assert.Equal(
        await host.Er.AssessCandidateAsync(Candidate()), await host.Er.AssessCandidateAsync(Candidate()));

    [Fact]
    public Task Refuses_in_a_region_without_a_rule() => host.Refuses(
        People.OtherRegion, "candidate-rule-missing", (c, o) => c.AssessCandidateAsync(Candidate(), o),
        isLogged: false);

    [Fact]
    public Task Names_everything_that_is_wrong_at_once() => host.RefusesInput(
        People.Eva,
        ["ageYears out-of-range", "frailty out-of-range", "reasonCodes[0] unknown-code", "triageColour required"],
        (c, o) => c.AssessCandidateAsync(
            new() { AgeYears = 126, Frailty = 0, ReasonCodes = { (ReasonCode)99 } }, o),
        isLogged: false);

    [Fact]
    public Task Lets_in_only_staff_of_an_er() => host.LetsInOnly(
        ["er-staff"], (c, o) => c.AssessCandidateAsync(Candidate(), o));

    private static AssessCandidateRequest Candidate() => new()
    {
        AgeYears = 82,
        LivesAlone = true,
        TriageColour = TriageColour.Green,
        CanGoHome = true,
    };
}
