using NaraVard.Contracts.Handoff.V1;
using NaraVard.Events.Handoff;
using NaraVard.Testing;

namespace NaraVard.Handoff.Tests.Features.Sending;

public sealed class WithdrawConsentTests(HandoffHost host) : IClassFixture<HandoffHost>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stops_the_sharing_at_once_whichever_side_is_told(bool byDesk)
    {
        var id = await host.Acknowledged();

        var ending = await host.As(Side(byDesk)).WithdrawConsentAsync(new() { HandoffId = id });

        Assert.Equal((id, EndReason.ConsentWithdrawn), (ending.HandoffId, ending.Reason));
        var seen = await host.Read(id);
        Assert.Equal((HandoffState.Closed, EndReason.ConsentWithdrawn), (seen.State, seen.EndReason));
        Assert.Equal(
            (null, null, null, null, null), (seen.Person, seen.Need, seen.Consent, seen.NextOfKin, seen.ErContact));
    }

    [Fact]
    public async Task Erases_what_was_disclosed_also_when_the_handoff_was_closed_before()
    {
        var id = await host.Closed();

        await host.Er.WithdrawConsentAsync(new() { HandoffId = id });

        Assert.Null((await host.Read(id)).Person);
        Assert.True(await host.Database.Ask<bool>($"select disclosed is null from handoffs where id = '{id}'"));
    }

    [Fact]
    public async Task Tells_others_why_it_closed()
    {
        var id = await host.Received();
        await host.Er.WithdrawConsentAsync(new() { HandoffId = id });

        Assert.Equal("END_REASON_CONSENT_WITHDRAWN", (await host.Heard<HandoffClosed>(id)).Reason);
    }

    [Fact]
    public async Task Answers_the_same_again_and_changes_nothing()
    {
        var id = await host.Received();
        var first = await host.Er.WithdrawConsentAsync(new() { HandoffId = id });

        Assert.Equal(first, await host.Er.WithdrawConsentAsync(new() { HandoffId = id }));
        Assert.Equal(first, await host.Bibbi.WithdrawConsentAsync(new() { HandoffId = id }));
    }

    [Fact]
    public Task Refuses_an_id_that_is_none() => host.RefusesInput(
        People.Eva, ["handoffId malformed"], (c, o) => c.WithdrawConsentAsync(new() { HandoffId = "x" }, o));

    [Fact]
    public async Task Hides_what_is_neither_sent_nor_received_by_the_caller()
    {
        var id = await host.Received();

        foreach (var other in new[] { People.OtherEr, People.OtherRegion, People.Hanna })
            await host.HidesFrom(other, id, (c, o, id) => c.WithdrawConsentAsync(new() { HandoffId = id }, o));
    }

    [Fact]
    public async Task Lets_in_only_the_two_sides()
    {
        var id = await host.Received();

        await host.LetsInOnly(
            ["er-staff", "bistandsbedomare"], (c, o) => c.WithdrawConsentAsync(new() { HandoffId = id }, o));
    }

    private static TestUser Side(bool desk) => desk ? People.Bibbi : People.Eva;
}
