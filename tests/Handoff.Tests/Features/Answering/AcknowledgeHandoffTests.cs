using Grpc.Core;
using NaraVard.Contracts.Handoff.V1;
using NaraVard.Events.Handoff;
using NaraVard.Testing;

namespace NaraVard.Handoff.Tests.Features.Answering;

public sealed class AcknowledgeHandoffTests(HandoffHost host) : IClassFixture<HandoffHost>
{
    [Fact]
    public async Task Takes_the_handoff_for_the_one_who_asks()
    {
        var id = await host.Received();

        var taken = await host.Bibbi.AcknowledgeHandoffAsync(new() { HandoffId = id });

        Assert.Equal((HandoffState.Acknowledged, 2L), (taken.State, taken.Version));
        Assert.Equal((People.Bibbi.HsaId, People.Bibbi.Name), (taken.AcknowledgedBy.HsaId, taken.AcknowledgedBy.Name));
        Assert.Equal(taken, await host.Read(id));
    }

    [Fact]
    public async Task Tells_that_it_is_taken_without_saying_by_whom()
    {
        var id = await host.Acknowledged();

        var said = await host.Heard<HandoffAcknowledged>(id);

        var handoff = await host.Read(id);
        Assert.Equal(("1780", handoff.AcknowledgedAt.ToDateTimeOffset()), (said.KommunCode, said.OccurredAt));
        Assert.Equal(host.KeyOf(handoff.Person.Number).ToString(), said.PersonKey);
        Assert.Equal(handoff.ReceivedAt.ToDateTimeOffset(), said.RequestedAt);
    }

    [Fact]
    public async Task Tells_the_second_who_was_first()
    {
        var id = await host.Acknowledged();

        var refusal = await host.Refuses(
            People.Bengt, "already-acknowledged", (c, o) => c.AcknowledgeHandoffAsync(new() { HandoffId = id }, o));

        Assert.Equal(People.Bibbi.Name, refusal.Facts["acknowledgedByName"]);
        Assert.Equal(People.Bibbi.HsaId, refusal.Facts["acknowledgedByHsaId"]);
        Assert.Contains(People.Bibbi.Name!, refusal.Swedish, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lets_exactly_one_of_two_at_once_win()
    {
        foreach (var _ in Enumerable.Range(0, 20))
        {
            var id = await host.Received();

            var tries = await Task.WhenAll(new[] { People.Bibbi, People.Bengt }.Select(user => Try(user, id)));

            var winner = Assert.Single(tries, one => one.Refusal is null).User;
            var refusal = Assert.Single(tries, one => one.Refusal is not null).Refusal!;
            Assert.Equal((StatusCode.FailedPrecondition, "already-acknowledged"), (refusal.Status, refusal.Code));
            Assert.Equal(winner.Name, refusal.Facts["acknowledgedByName"]);
            Assert.Equal(winner.Name, (await host.Read(id)).AcknowledgedBy.Name);
        }

        async Task<(Testing.TestUser User, Refusal? Refusal)> Try(Testing.TestUser user, string id)
        {
            try
            {
                await host.As(user).AcknowledgeHandoffAsync(new() { HandoffId = id });
                return (user, null);
            }
            catch (RpcException error)
            {
                return (user, Refusal.Of(error));
            }
        }
    }

    [Fact]
    public async Task Answers_the_same_worker_again_and_changes_nothing()
    {
        var id = await host.Received();
        var first = await host.Bibbi.AcknowledgeHandoffAsync(new() { HandoffId = id });

        var again = await host.Bibbi.AcknowledgeHandoffAsync(new() { HandoffId = id });

        Assert.Equal(first, again);
    }

    [Fact]
    public async Task Refuses_one_that_is_closed()
    {
        var id = await host.Closed();

        await host.Refuses(
            People.Bibbi, "handoff-closed", (c, o) => c.AcknowledgeHandoffAsync(new() { HandoffId = id }, o));
    }

    [Fact]
    public Task Refuses_an_id_that_is_none() => host.RefusesInput(
        People.Bibbi, ["handoffId malformed"], (c, o) => c.AcknowledgeHandoffAsync(new() { HandoffId = "4711" }, o));

    [Fact]
    public async Task Hides_another_kommuns_handoffs() => await host.HidesFrom(
        People.Hanna, await host.Received(),
        (c, o, id) => c.AcknowledgeHandoffAsync(new() { HandoffId = id }, o));

    [Fact]
    public async Task Lets_in_only_needs_assessors()
    {
        var id = await host.Received();

        await host.LetsInOnly(["bistandsbedomare"], (c, o) => c.AcknowledgeHandoffAsync(new() { HandoffId = id }, o));
    }
}
