using System.Text.Json.Nodes;
using NaraVard.Platform.Messaging;
using NaraVard.Platform.Messaging.Sending;
using NaraVard.Platform.Messaging.Wire;
using NaraVard.Testing;
using Npgsql;

namespace NaraVard.Platform.Tests.Messaging;

/// <summary>The dispatcher's table without a dispatcher: what a claim gives, and what it does not.</summary>
public sealed class OutboxTableTests : IAsyncLifetime
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private Database database = null!;
    private TestService service = null!;

    private OutboxTable<TestDb> Table => service.Get<OutboxTable<TestDb>>();

    public async Task InitializeAsync()
    {
        database = await Database.CreateFor<TestDb>();
        // Never started: nothing claims but the test.
        service = TestService.Create(database);
    }

    public async Task DisposeAsync()
    {
        await service.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Two_dispatchers_never_hold_messages_of_one_person_at_the_same_time()
    {
        var persons = Enumerable.Range(0, 5).Select(_ => TestService.SomePerson()).ToList();
        foreach (var person in persons)
            await service.Say(person, Enumerable.Range(1, 40));
        var handled = persons.ToDictionary(person => person.Value, _ => new List<long>());
        var holders = new System.Collections.Concurrent.ConcurrentDictionary<Guid, int>();

        await Task.WhenAll(Enumerable.Range(1, 4).Select(Drain));

        Assert.All(handled.Values, numbers => Assert.Equal(Enumerable.Range(1, 40).Select(n => (long)n), numbers));
        Assert.True(await database.IsSent());

        async Task Drain(int me)
        {
            while (!await database.IsSent())
            {
                var claimed = await Table.Claim(3, Lease, CancellationToken.None);
                foreach (var person in claimed.Select(message => message.Person!.Value).Distinct())
                    Assert.True(holders.TryAdd(person, me), "two hold the same person");
                foreach (var message in claimed)
                    handled[message.Person!.Value].Add(message.TypeSequence!.Value);
                foreach (var person in claimed.Select(message => message.Person!.Value).Distinct())
                    holders.TryRemove(person, out _);
                await Table.Settle(claimed.ToList(), [], CancellationToken.None);
            }
        }
    }

    [Fact]
    public async Task A_claim_that_ran_out_is_taken_over_and_can_no_longer_settle()
    {
        await service.Say(TestService.SomePerson(), [1]);
        var dead = await Table.Claim(10, TimeSpan.Zero, CancellationToken.None);

        var heir = await Table.Claim(10, Lease, CancellationToken.None);
        await Table.Settle(dead.ToList(), [], CancellationToken.None);
        var afterDead = await database.Ask<long>("select count(*) from platform.outbox");
        await Table.Settle(heir.ToList(), [], CancellationToken.None);

        Assert.Equal(dead.Single().Id, heir.Single().Id);
        Assert.Equal(1, afterDead);
        Assert.True(await database.IsSent());
    }

    [Fact]
    public async Task Messages_committed_out_of_order_are_claimed_in_order_of_commit_and_none_is_skipped()
    {
        var person = TestService.SomePerson();
        await using var slow = await database.Source.OpenConnectionAsync();
        await using var transaction = await slow.BeginTransactionAsync();
        await Insert(slow, null);
        await service.Say(person, [2]);

        var first = await Table.Claim(10, Lease, CancellationToken.None);
        await transaction.CommitAsync();
        var second = await Table.Claim(10, Lease, CancellationToken.None);

        Assert.Single(first);
        Assert.Single(second);
        Assert.NotEqual(first[0].Id, second[0].Id);
    }

    [Fact]
    public async Task Messages_of_one_commit_are_claimed_in_the_order_in_which_they_were_said()
    {
        var person = TestService.SomePerson();
        await service.In(async (db, outbox) =>
        {
            for (var number = 1; number <= 20; number++)
                outbox.Publish(person, new SomethingHappened { Number = number });
            await db.SaveChangesAsync();
        });

        var claimed = await Table.Claim(20, Lease, CancellationToken.None);

        Assert.Equal(
            Enumerable.Range(1, 20),
            claimed.Select(message => (int)JsonNode.Parse(message.Body)!["number"]!));
    }

    [Fact]
    public async Task A_rolled_back_message_leaves_no_gap_in_the_persons_numbers()
    {
        var person = TestService.SomePerson();
        await service.Say(person, [1]);
        await using (var connection = await database.Source.OpenConnectionAsync())
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await Insert(connection, person.Value);
            await transaction.RollbackAsync();
        }

        await service.Say(person, [2]);

        Assert.Equal(
            [1L, 2L],
            await database.AskAll<long>("select type_sequence from platform.outbox order by person_sequence"));
    }

    [Fact]
    public async Task A_parked_message_holds_back_its_person_and_nobody_else_until_it_is_released()
    {
        var ill = TestService.SomePerson();
        await service.Say(ill, [1, 2]);
        await service.Say(TestService.SomePerson(), [3]);
        var claimed = await Table.Claim(10, Lease, CancellationToken.None);
        var poison = claimed.First(message => message.Person == ill.Value);
        await Table.Settle(
            claimed.Where(message => message.Person != ill.Value).ToList(),
            [new Failure(poison, TimeSpan.Zero, true, "cannot be read", true)], CancellationToken.None);
        await service.Say(ill, [4]);
        await service.Say(TestService.SomePerson(), [5]);

        var meanwhile = await Table.Claim(10, Lease, CancellationToken.None);
        var replay = service.Get<Replay<TestDb>>();
        var parked = Assert.Single(await replay.Parked(10, CancellationToken.None));
        var released = await replay.Release(parked.Id, CancellationToken.None);
        var after = await Table.Claim(10, Lease, CancellationToken.None);

        Assert.Contains("5", Assert.Single(meanwhile).Body, StringComparison.Ordinal);
        Assert.Equal(
            (poison.Id, "cannot be read", 1, 2L), (parked.Id, parked.Reason, parked.Attempts, parked.HeldBack));
        Assert.True(released);
        Assert.Equal([1L, 2L, 3L], after.Select(message => message.TypeSequence!.Value));
        Assert.False(await replay.Release(parked.Id, CancellationToken.None));
    }

    [Fact]
    public async Task A_discarded_message_is_gone_and_the_persons_later_ones_go_on()
    {
        var person = TestService.SomePerson();
        await service.Say(person, [1, 2]);
        var claimed = await Table.Claim(10, Lease, CancellationToken.None);
        await Table.Settle([], [new Failure(claimed[0], TimeSpan.Zero, true, "poison", true)], CancellationToken.None);

        var discarded = await service.Get<Replay<TestDb>>().Discard(claimed[0].Id, CancellationToken.None);
        var after = await Table.Claim(10, Lease, CancellationToken.None);

        Assert.True(discarded);
        Assert.Equal([2L], after.Select(message => message.TypeSequence!.Value));
    }

    private static async Task Insert(NpgsqlConnection connection, Guid? person)
    {
        await using var command = new NpgsqlCommand(
            "insert into platform.outbox (id, person, message_type, body) " +
            "values (gen_random_uuid(), $1, $2, '{}')", connection);
        command.Parameters.Add(new NpgsqlParameter<Guid?> { TypedValue = person });
        command.Parameters.Add(new() { Value = MessageTypes.NameOf(typeof(SomethingHappened)) });
        await command.ExecuteNonQueryAsync();
    }
}
