using Grpc.Core;
using NaraVard.Contracts.Handoff.V1;
using NaraVard.Events.Handoff;
using NaraVard.Testing;

namespace NaraVard.Handoff.Tests.Features.Answering;

public sealed class ForwardHandoffTests(HandoffHost host) : IClassFixture<HandoffHost>
{
    [Fact]
    public async Task Sends_it_on_with_what_the_er_disclosed_and_the_chain_of_receivers()
    {
        var id = await host.Started(investigation: true);
        var before = await host.Read(id);

        var reply = await host.Bibbi.ForwardHandoffAsync(new() { HandoffId = id, KommunCode = "1761" });

        var after = await host.Read(id, People.Hanna);
        Assert.Equal(("1761", "1761", reply.Version), (reply.Desk.KommunCode, after.KommunCode, after.Version));
        Assert.Equal(["1780", "1761"], after.Receivers.Select(receiver => receiver.KommunCode));
        Assert.Equal(after.ReceivedAt, after.Receivers[0].ForwardedAt);
        Assert.Equal(reply.Receivers, after.Receivers);
        Assert.Equal(
            (before.Person, before.Need, before.Consent, before.NextOfKin, before.ErContact, before.ErUnit),
            (after.Person, after.Need, after.Consent, after.NextOfKin, after.ErContact, after.ErUnit));
    }

    [Fact]
    public async Task Keeps_the_first_kommuns_work_from_the_next()
    {
        var id = await host.Started(investigation: true);
        await host.Bibbi.ForwardHandoffAsync(new() { HandoffId = id, KommunCode = "1761" });

        var after = await host.Read(id, People.Hanna);

        Assert.Equal(HandoffState.Received, after.State);
        Assert.Equal((null, null, null, false, null),
            (after.AcknowledgedBy, after.AcknowledgedAt, after.StartedAt, after.HasInvestigation, after.Outcome));
        Assert.Equal([("1761", HandoffState.Received)],
            after.History.Select(entry => (entry.KommunCode, entry.State)));
        Assert.DoesNotContain(People.Bibbi.Name!, after.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_seen_no_more_by_the_one_who_sent_it()
    {
        var id = await host.Received();
        await host.Bibbi.ForwardHandoffAsync(new() { HandoffId = id, KommunCode = "1761" });

        await host.Refuses(People.Bibbi, Refusal.NotFound, (c, o) => c.GetHandoffAsync(new() { HandoffId = id }, o));
    }

    [Fact]
    public async Task Tells_from_where_and_to_where()
    {
        var id = await host.Received();
        await host.Bibbi.ForwardHandoffAsync(new() { HandoffId = id, KommunCode = "1761" });

        var said = await host.Heard<HandoffForwarded>(id);

        var after = await host.Read(id, People.Hanna);
        Assert.Equal(("1780", "1761"), (said.FromKommunCode, said.ToKommunCode));
        Assert.Equal(
            (after.DueAt.ToDateTimeOffset(), after.ReceivedAt.ToDateTimeOffset()), (said.DueAt, said.OccurredAt));
    }

    [Fact]
    public async Task Answers_the_same_request_again_the_same_by_its_key()
    {
        var id = await host.Received();
        var key = new Metadata { { "idempotency-key", "forward-" + id } };
        var request = new ForwardHandoffRequest { HandoffId = id, KommunCode = "1761" };
        var first = await host.Bibbi.ForwardHandoffAsync(request, key);

        Assert.Equal(first, await host.Bibbi.ForwardHandoffAsync(request, key));
    }

    [Fact]
    public Task Refuses_the_kommun_that_has_it() => Refuses("already-there", host.Received(), "1780");

    [Fact]
    public Task Refuses_a_kommun_without_a_desk() => Refuses("no-desk", host.Received(), "0180");

    [Fact]
    public Task Refuses_when_the_consent_names_one_kommun() => Refuses(
        "consent-does-not-cover", host.Received(ask => ask.Consent.Scope = ConsentScope.NamedKommun));

    [Fact]
    public Task Refuses_one_that_is_answered() => Refuses("outcome-already-recorded", host.Answered());

    [Fact]
    public Task Refuses_one_that_is_closed() => Refuses("handoff-closed", host.Closed());

    [Fact]
    public Task Refuses_a_kommun_that_is_none() => host.RefusesInput(
        People.Bibbi, ["handoffId malformed", "kommunCode kommun-code-unknown"],
        (c, o) => c.ForwardHandoffAsync(new() { HandoffId = "x", KommunCode = "9999" }, o));

    [Fact]
    public async Task Hides_another_kommuns_handoffs() => await host.HidesFrom(
        People.Hanna, await host.Received(),
        (c, o, id) => c.ForwardHandoffAsync(new() { HandoffId = id, KommunCode = "1715" }, o));

    [Fact]
    public async Task Lets_in_only_needs_assessors()
    {
        var id = await host.Received();

        await host.LetsInOnly(
            ["bistandsbedomare"],
            (c, o) => c.ForwardHandoffAsync(new() { HandoffId = id, KommunCode = "1761" }, o));
    }

    private async Task Refuses(string code, Task<string> handoff, string kommun = "1761")
    {
        var id = await handoff;

        await host.Refuses(
            People.Bibbi, code, (c, o) => c.ForwardHandoffAsync(new() { HandoffId = id, KommunCode = kommun }, o));
    }
}
