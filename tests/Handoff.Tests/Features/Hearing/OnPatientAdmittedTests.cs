using NaraVard.Contracts.Handoff.V1;
using NaraVard.Events.Er;
using NaraVard.Events.Handoff;
using NaraVard.Platform.Time;

namespace NaraVard.Handoff.Tests.Features.Hearing;

public sealed class OnPatientAdmittedTests(HandoffHost host) : IClassFixture<HandoffHost>
{
    [Fact]
    public async Task Ends_the_open_handoff_and_says_which_admission_it_was()
    {
        var ask = host.Ask();
        await host.Er.RequestHandoffAsync(ask);

        await host.Tell(Admitted(ask, "vtf-4711"));

        var said = await host.Heard<HandoffClosed>(ask.HandoffId);
        Assert.Equal(("END_REASON_ADMITTED", "vtf-4711"), (said.Reason, said.EncounterId));
        var seen = await host.Read(ask.HandoffId);
        Assert.Equal((HandoffState.Closed, EndReason.Admitted), (seen.State, seen.EndReason));
    }

    [Fact]
    public async Task Has_its_effect_once_when_it_is_delivered_twice_or_told_twice()
    {
        var ask = host.Ask();
        await host.Er.RequestHandoffAsync(ask);
        var (told, delivery) = (Admitted(ask, "vtf-1"), Guid.CreateVersion7());

        await host.Tell(told, delivery);
        await host.Heard<HandoffClosed>(ask.HandoffId);
        await host.Tell(told, delivery);
        await host.Tell(told);
        await Fence();

        Assert.Equal(2, (await host.Read(ask.HandoffId)).Version);
        Assert.Equal(2, await host.SaidOf(ask));
        Assert.Equal(1, await host.Noted(told.VisitId));
    }

    [Fact]
    public async Task Leaves_those_of_others_and_those_that_are_closed()
    {
        var other = await host.Received();
        var ask = host.Ask();
        await host.Er.RequestHandoffAsync(ask);
        await host.Er.EndHandoffAsync(new() { HandoffId = ask.HandoffId, Reason = EndReason.Left });

        var told = Admitted(ask, "vtf-2");
        await host.Tell(told);
        await host.Until("it is noted", async () => await host.Noted(told.VisitId) == 1);

        Assert.Equal(EndReason.Left, (await host.Read(ask.HandoffId)).EndReason);
        Assert.Equal(HandoffState.Received, (await host.Read(other)).State);
    }

    [Fact]
    public async Task Leaves_a_handoff_that_was_requested_after_the_admission_that_comes_late()
    {
        var ask = host.Ask();
        var told = Admitted(ask, "vtf-3") with { OccurredAt = host.Now.AddDays(-2) };
        await host.Er.RequestHandoffAsync(ask);

        await host.Tell(told);
        await host.Until("it is noted", async () => await host.Noted(told.VisitId) == 1);

        Assert.Equal(HandoffState.Received, (await host.Read(ask.HandoffId)).State);
    }

    private PatientAdmitted Admitted(RequestHandoffRequest ask, string encounter) => new()
    {
        EncounterId = encounter,
        VisitId = Guid.CreateVersion7(),
        PersonKey = host.KeyOf(ask.Person.Number).ToString(),
        OccurredAt = StockholmTime.Local(host.Now),
    };

    /// <summary>Whatever was told before has been taken in when something told later has.</summary>
    private async Task Fence()
    {
        var last = host.Ask();
        await host.Er.RequestHandoffAsync(last);
        await host.Tell(Admitted(last, "fence"));
        await host.Heard<HandoffClosed>(last.HandoffId);
    }
}
