using NaraVard.Contracts.Handoff.V1;
using NaraVard.Testing;

namespace NaraVard.Handoff.Tests.Features.Sending;

public sealed class GetSentHandoffTests(HandoffHost host) : IClassFixture<HandoffHost>
{
    [Fact]
    public async Task Shows_how_far_it_has_come()
    {
        var id = await host.Acknowledged();

        var sent = await host.Er.GetSentHandoffAsync(new() { HandoffId = id });

        Assert.Equal((id, 2L, HandoffState.Acknowledged), (sent.HandoffId, sent.Version, sent.State));
        Assert.Equal((await host.Read(id)).AcknowledgedAt, sent.AcknowledgedAt);
        Assert.Equal(["consent-withdrawals", "endings"], sent.AllowedActions.Select(action => action.Action));
    }

    [Fact]
    public async Task Shows_nothing_of_the_kommuns_work_but_the_answer()
    {
        var outcome = host.HelpThisEvening();
        var id = await host.Answered(outcome);

        var sent = await host.Er.GetSentHandoffAsync(new() { HandoffId = id });

        Assert.Equal(outcome.ServiceStart.StartsAt, sent.Answer.StartsAt);
        Assert.DoesNotContain(outcome.ServiceStart.What, sent.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(People.Bibbi.Name!, sent.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(People.Bibbi.HsaId!, sent.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follows_a_forwarded_handoff_to_its_new_desk()
    {
        var id = await host.Received();
        await host.Bibbi.ForwardHandoffAsync(new() { HandoffId = id, KommunCode = "1761" });

        var sent = await host.Er.GetSentHandoffAsync(new() { HandoffId = id });

        Assert.Equal("1761", sent.Desk.KommunCode);
        Assert.Equal(["1780", "1761"], sent.Receivers.Select(receiver => receiver.KommunCode));
    }

    [Fact]
    public async Task Answers_the_same_again()
    {
        var request = new GetSentHandoffRequest { HandoffId = await host.Received() };

        Assert.Equal(await host.Er.GetSentHandoffAsync(request), await host.Er.GetSentHandoffAsync(request));
    }

    [Fact]
    public async Task Hides_another_units_handoffs_and_another_regions()
    {
        var id = await host.Received();

        await host.HidesFrom(People.OtherEr, id, (c, o, id) => c.GetSentHandoffAsync(new() { HandoffId = id }, o));
        await host.HidesFrom(People.OtherRegion, id, (c, o, id) => c.GetSentHandoffAsync(new() { HandoffId = id }, o));
    }

    [Fact]
    public async Task Refuses_a_sign_in_without_a_unit()
    {
        var id = await host.Received();

        await host.Refuses(
            People.Eva with { Unit = null }, "unit-missing",
            (c, o) => c.GetSentHandoffAsync(new() { HandoffId = id }, o));
    }

    [Fact]
    public Task Refuses_an_id_that_is_none() => host.RefusesInput(
        People.Eva, ["handoffId malformed"], (c, o) => c.GetSentHandoffAsync(new() { HandoffId = "x" }, o));

    [Fact]
    public async Task Lets_in_only_staff_of_an_er()
    {
        var id = await host.Received();

        await host.LetsInOnly(["er-staff"], (c, o) => c.GetSentHandoffAsync(new() { HandoffId = id }, o));
    }
}
