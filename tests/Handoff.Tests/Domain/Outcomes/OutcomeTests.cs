using NaraVard.Handoff.Domain;
using NaraVard.Handoff.Domain.Outcomes;

namespace NaraVard.Handoff.Tests.Domain.Outcomes;

public sealed class OutcomeTests
{
    [Theory]
    [InlineData(nameof(OutcomeKind.AdvisoryTalk), null)]
    [InlineData(nameof(OutcomeKind.Information), null)]
    [InlineData(nameof(OutcomeKind.NoEffort), null)]
    [InlineData(nameof(OutcomeKind.DeclinedByPerson), null)]
    [InlineData(nameof(OutcomeKind.NotRegisteredHere), null)]
    [InlineData(nameof(OutcomeKind.PreventiveEffort), "catalogue-item-missing")]
    [InlineData(nameof(OutcomeKind.EffortOnHomecoming), "service-start-missing")]
    [InlineData(nameof(OutcomeKind.ReferredElsewhere), "referral-missing")]
    [InlineData(nameof(OutcomeKind.InvestigationStarted), "investigation-not-started")]
    public void Each_kind_asks_for_what_it_needs(string kind, string? code)
    {
        var bare = A.Outcome(Enum.Parse<OutcomeKind>(kind));

        Assert.Equal(code, bare.Obstacle(HandoffState.Started, hasInvestigation: false)?.Code);
    }

    [Fact]
    public void Each_kind_is_accepted_with_what_it_needs()
    {
        foreach (var kind in Enum.GetValues<OutcomeKind>())
        {
            var outcome = A.Outcome(kind, A.ServiceStart(), "fall-prevention", "Vårdcentralen Gripen");

            Assert.Null(outcome.Obstacle(HandoffState.Started, hasInvestigation: true));
        }
    }

    [Fact]
    public void Only_declined_and_wrong_kommun_need_no_work_begun()
    {
        var before = Enum.GetValues<OutcomeKind>().Where(kind =>
            A.Outcome(kind, A.ServiceStart(), "x", "y").Obstacle(HandoffState.Acknowledged, true) is null);

        Assert.Equal([OutcomeKind.DeclinedByPerson, OutcomeKind.NotRegisteredHere], before);
    }

    [Fact]
    public void The_region_is_told_kind_start_and_contact_and_never_what_or_whereto()
    {
        var outcome = A.Outcome(OutcomeKind.EffortOnHomecoming, A.ServiceStart(), "fall-prevention", "Vårdcentralen");

        Assert.Equal(
            new RegionAnswer(
                OutcomeKind.EffortOnHomecoming, outcome.ServiceStart!.StartsAt, outcome.ServiceStart.Contact),
            outcome.ForRegion);
        Assert.Equal(
            ["Contact", "Kind", "StartsAt"], typeof(RegionAnswer).GetProperties().Select(field => field.Name).Order());
    }
}
