using NaraVard.Contracts.Handoff.V1;
using NaraVard.Events.Handoff;
using NaraVard.Testing;

namespace NaraVard.Handoff.Tests.Features.Answering;

public sealed class CloseHandoffTests(HandoffHost host) : IClassFixture<HandoffHost>
{
    [Fact]
    public async Task Closes_an_answered_handoff()
    {
        var id = await host.Answered();

        var closed = await host.Bibbi.CloseHandoffAsync(new() { HandoffId = id });

        Assert.Equal((HandoffState.Closed, EndReason.Completed, 5L), (closed.State, closed.EndReason, closed.Version));
        var said = await host.Heard<HandoffClosed>(id);
        Assert.Equal(("END_REASON_COMPLETED", null, "1780"), (said.Reason, said.EncounterId, said.KommunCode));
        Assert.Equal(closed.ClosedAt.ToDateTimeOffset(), said.OccurredAt);
    }

    [Fact]
    public async Task Allows_nothing_after_but_taking_the_consent_back()
    {
        var id = await host.Closed();

        var allowed = (await host.Read(id)).AllowedActions
            .Where(action => action.Allowed).Select(action => action.Action);

        Assert.Equal(["consent-withdrawals"], allowed);
    }

    [Fact]
    public async Task Answers_the_same_again_and_changes_nothing()
    {
        var id = await host.Answered();
        var first = await host.Bibbi.CloseHandoffAsync(new() { HandoffId = id });

        Assert.Equal(first, await host.Bibbi.CloseHandoffAsync(new() { HandoffId = id }));
    }

    [Fact]
    public async Task Refuses_one_without_an_outcome()
    {
        var id = await host.Started();

        await host.Refuses(People.Bibbi, "no-outcome", (c, o) => c.CloseHandoffAsync(new() { HandoffId = id }, o));
    }

    [Fact]
    public async Task Refuses_one_that_ended_in_another_way()
    {
        var id = await host.Received();
        await host.Er.EndHandoffAsync(new() { HandoffId = id, Reason = EndReason.Left });

        await host.Refuses(People.Bibbi, "handoff-closed", (c, o) => c.CloseHandoffAsync(new() { HandoffId = id }, o));
    }

    [Fact]
    public Task Refuses_an_id_that_is_none() => host.RefusesInput(
        People.Bibbi, ["handoffId malformed"], (c, o) => c.CloseHandoffAsync(new() { HandoffId = "x" }, o));

    [Fact]
    public async Task Hides_another_kommuns_handoffs() => await host.HidesFrom(
        People.Hanna, await host.Answered(), (c, o, id) => c.CloseHandoffAsync(new() { HandoffId = id }, o));

    [Fact]
    public async Task Lets_in_only_needs_assessors()
    {
        var id = await host.Answered();

        await host.LetsInOnly(["bistandsbedomare"], (c, o) => c.CloseHandoffAsync(new() { HandoffId = id }, o));
    }
}
