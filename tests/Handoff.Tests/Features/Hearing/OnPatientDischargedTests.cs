using NaraVard.Contracts.Handoff.V1;
using NaraVard.Events.Er;
using NaraVard.Events.Handoff;
using NaraVard.Platform.Time;

namespace NaraVard.Handoff.Tests.Features.Hearing;

public sealed class OnPatientDischargedTests(HandoffHost host) : IClassFixture<HandoffHost>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Tells_the_kommun_to_follow_up_the_help_it_gave(bool fromHospital)
    {
        var ask = await Answered(host.HelpThisEvening());

        await host.Tell(Discharged(ask, fromHospital));

        var said = await host.Heard<HandoffFollowUpDue>(ask.HandoffId);
        Assert.Equal(("1780", new DateOnly(2026, 3, 13)), (said.KommunCode, said.DueOn));
    }

    [Fact]
    public async Task Tells_it_once_when_it_is_delivered_twice_or_told_twice()
    {
        var ask = await Answered(host.HelpThisEvening());
        var (told, delivery) = (Discharged(ask), Guid.CreateVersion7());
        await host.Tell(told, delivery);
        await host.Heard<HandoffFollowUpDue>(ask.HandoffId);
        var before = await host.SaidOf(ask);

        await host.Tell(told, delivery);
        await host.Tell(told);
        await Fence();

        Assert.Equal(before, await host.SaidOf(ask));
        Assert.Equal(1, await host.Noted(told.VisitId));
    }

    [Theory]
    [InlineData(OutcomeKind.AdvisoryTalk)]
    [InlineData(OutcomeKind.NoEffort)]
    [InlineData(OutcomeKind.DeclinedByPerson)]
    public async Task Says_nothing_when_there_is_nothing_to_follow_up(OutcomeKind kind)
    {
        var ask = await Answered(new() { Kind = kind });
        var before = await host.SaidOf(ask);

        var told = Discharged(ask);
        await host.Tell(told);
        await host.Until("it is noted", async () => await host.Noted(told.VisitId) == 1);

        Assert.Equal(before, await host.SaidOf(ask));
    }

    [Fact]
    public async Task Says_nothing_when_the_consent_was_withdrawn()
    {
        var ask = await Answered(host.HelpThisEvening());
        await host.Er.WithdrawConsentAsync(new() { HandoffId = ask.HandoffId });
        var before = await host.SaidOf(ask);

        var told = Discharged(ask);
        await host.Tell(told);
        await host.Until("it is noted", async () => await host.Noted(told.VisitId) == 1);

        Assert.Equal(before, await host.SaidOf(ask));
    }

    [Fact]
    public async Task Says_nothing_when_the_answer_is_long_ago()
    {
        var ask = await Answered(host.HelpThisEvening());
        var before = await host.SaidOf(ask);

        var told = Discharged(ask) with { OccurredAt = host.Now.AddDays(31) };
        await host.Tell(told);
        await host.Until("it is noted", async () => await host.Noted(told.VisitId) == 1);

        Assert.Equal(before, await host.SaidOf(ask));
    }

    [Fact]
    public async Task Says_nothing_of_who_was_never_handed_off()
    {
        var ask = host.Ask();

        var told = Discharged(ask);
        await host.Tell(told);
        await host.Until("it is noted", async () => await host.Noted(told.VisitId) == 1);

        Assert.Equal(0, await host.SaidOf(ask));
    }

    private async Task<RequestHandoffRequest> Answered(Outcome outcome)
    {
        RequestHandoffRequest? asked = null;
        await host.Answered(outcome, ask => asked = ask);
        return asked!;
    }

    private PatientDischarged Discharged(RequestHandoffRequest ask, bool fromHospital = false) => new()
    {
        FromHospital = fromHospital,
        VisitId = Guid.CreateVersion7(),
        PersonKey = host.KeyOf(ask.Person.Number).ToString(),
        OccurredAt = StockholmTime.Local(host.Now),
    };

    /// <summary>Whatever was told before has been taken in when something told later has.</summary>
    private async Task Fence()
    {
        var last = await Answered(host.HelpThisEvening());
        await host.Tell(Discharged(last));
        await host.Heard<HandoffFollowUpDue>(last.HandoffId);
    }
}
