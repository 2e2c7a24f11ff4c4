using Microsoft.EntityFrameworkCore;
using NaraVard.Platform.Feeds;
using NaraVard.Platform.Hosting;
using NaraVard.Platform.Messaging;
using NaraVard.Platform.Messaging.Receiving;
using NaraVard.Testing;
using Npgsql;

namespace NaraVard.Platform.Tests.Messaging;

/// <summary>What one decision about trouble means for the consumer's effect.</summary>
public sealed class ReceptionTests : IAsyncLifetime
{
    private Database database = null!;
    private TestService service = null!;

    private DatabaseConnections<TestDb> Connections => service.Get<DatabaseConnections<TestDb>>();

    public async Task InitializeAsync()
    {
        database = await Database.CreateFor<TestDb>();
        service = await TestService.Start(database);
    }

    public async Task DisposeAsync()
    {
        await service.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task An_effect_that_failed_after_saving_is_undone_and_tried_again_in_a_new_transaction()
    {
        var attempts = 0;
        service.Interference.After = _ => ++attempts < 3
            ? throw new DbUpdateConcurrencyException("somebody was faster")
            : Task.CompletedTask;

        await service.Say(TestService.SomePerson(), [1]);
        await database.HasEffects(1);

        Assert.Equal(3, attempts);
        Assert.Equal([1], await database.Effects());
    }

    [Fact]
    public async Task In_memory_a_refused_message_is_parked_with_its_reason_and_no_other_person_waits()
    {
        service.Interference.Before = message =>
            message.Number == 1 ? throw new FormatException("cannot be read") : Task.CompletedTask;
        await service.Say(TestService.SomePerson(), [1, 2]);
        await service.Say(TestService.SomePerson(), [3]);
        var replay = service.Get<Replay<TestDb>>();
        await Soon.Holds("3 is done and 1 is parked", async () =>
            (await database.Effects()).SequenceEqual([3])
            && (await replay.Parked(10, CancellationToken.None)).Count == 1);

        service.Interference.Before = _ => Task.CompletedTask;
        var parked = (await replay.Parked(10, CancellationToken.None)).Single();
        await replay.Release(parked.Id, CancellationToken.None);

        await database.HasEffects(3);
        await database.HasEffects(3, nameof(OnSomethingHappenedToo));
        Assert.Contains("cannot be read", parked.Reason, StringComparison.Ordinal);
        Assert.Equal([3, 1, 2], await database.Effects());
        Assert.Equal([1, 2, 3], (await database.Effects(nameof(OnSomethingHappenedToo))).Order());
    }

    [Fact]
    public async Task No_transaction_is_held_while_a_consumer_waits_for_its_next_attempt()
    {
        var failures = 0;
        service.Interference.Before = _ => failures++ < 3 ? throw new IOException("down") : Task.CompletedTask;
        var held = new List<long>();

        await service.Say(null, [1]);
        await Soon.Holds("the effect, with looks at open transactions between the attempts", async () =>
        {
            if (failures is > 0 and < 3)
                held.Add(await database.Ask<long>(
                    "select count(*) from pg_stat_activity where datname = current_database() " +
                    "and state = 'idle in transaction' and xact_start < clock_timestamp() - interval '150 ms'"));
            return (await database.Effects()).Count == 1;
        });

        Assert.NotEmpty(held);
        Assert.All(held, count => Assert.Equal(0, count));
    }

    [Fact]
    public async Task Messages_that_are_served_together_have_their_effects_in_one_transaction_and_in_order()
    {
        var person = TestService.SomePerson().Value;
        var attempts = new[] { 3, 1, 2 }.Select(number => Attempt(Message(person, number), number)).ToList();

        await new Transactions<TestDb>(Connections, service.Get<Announcements<TestDb>>()).Serve(attempts);

        Assert.All(
            await Task.WhenAll(attempts.Select(attempt => attempt.Answer)),
            gate => Assert.Equal(Admission.Admitted, gate.Admission));
        Assert.Equal([1, 2, 3], await database.Effects());
        Assert.Equal(1, await database.Ask<long>("select count(distinct xmin::text) from effects"));
    }

    [Fact]
    public async Task Where_one_fails_each_has_a_transaction_of_its_own()
    {
        var attempts = Enumerable.Range(1, 4)
            .Select(number => Attempt(Message(Guid.CreateVersion7(), 1), number)).ToList();
        attempts.Insert(2, new Attempt(
            Message(Guid.CreateVersion7(), 1), false, _ => throw new FormatException("bad"), CancellationToken.None));

        await new Transactions<TestDb>(Connections, service.Get<Announcements<TestDb>>()).Serve(attempts);

        await Assert.ThrowsAsync<FormatException>(() => attempts[2].Answer);
        Assert.Equal([1, 2, 3, 4], (await database.Effects()).Order());
        Assert.Equal(4, await database.Ask<long>("select count(*) from platform.inbox"));
    }

    [Fact]
    public async Task Those_who_come_while_all_are_busy_are_served_together_up_to_the_limit()
    {
        var served = new List<int>();
        var (busy, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var counter = new Counter(servers: 1, most: 3, async attempts =>
        {
            served.Add(attempts.Count);
            busy.TrySetResult();
            await go.Task;
            foreach (var attempt in attempts)
                attempt.Succeed(new Gate(Admission.Admitted));
        });
        var answers = new List<Task> { counter.Ask(Attempt(Message(Guid.Empty, 0), 0)) };
        await busy.Task;
        answers.AddRange(Enumerable.Range(1, 7)
            .Select(number => counter.Ask(Attempt(Message(Guid.Empty, 0), number))));

        go.SetResult();
        await Task.WhenAll(answers);
        await counter.Ask(Attempt(Message(Guid.Empty, 0), 8));

        Assert.Equal([1, 3, 3, 1, 1], served);
    }

    [Fact]
    public async Task One_that_fails_among_many_takes_no_other_with_it()
    {
        service.Interference.Before = message =>
            message.Number == 15 ? throw new FormatException("cannot be read") : Task.CompletedTask;
        await service.Say(null, Enumerable.Range(1, 30));

        await Soon.Holds("29 effects, all of the other consumer's, and one parked", async () =>
            (await database.Effects()).Count == 29
            && (await database.Effects(nameof(OnSomethingHappenedToo))).Count == 30
            && (await service.Get<Replay<TestDb>>().Parked(10, CancellationToken.None)).Count == 1);

        Assert.DoesNotContain(15, await database.Effects());
    }

    [Fact]
    public async Task Of_two_copies_at_one_moment_the_second_marks_nothing_and_is_told_to_look_again()
    {
        var person = TestService.SomePerson().Value;
        var message = Message(person, 1);
        await using var connection = await Connections.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await Mark(transaction, message);
        var second = Alone(message);
        await Soon.Holds("the second waits for the first", () => database.Ask<bool>(
            "select exists (select from pg_locks l join pg_stat_activity a using (pid) " +
            "where not l.granted and a.datname = current_database())"));
        await transaction.CommitAsync();

        await Assert.ThrowsAsync<CopyWasFaster>(() => second);

        Assert.Equal(Admission.Seen, await Alone(message));
        Assert.Equal(1, await database.Ask<long>("select count(*) from platform.inbox"));
    }

    [Theory]
    [InlineData(PostgresErrorCodes.SerializationFailure, "Conflict")]
    [InlineData(PostgresErrorCodes.DeadlockDetected, "Conflict")]
    [InlineData(PostgresErrorCodes.UniqueViolation, "Conflict")]
    [InlineData(PostgresErrorCodes.AdminShutdown, "Outage")]
    [InlineData(PostgresErrorCodes.TooManyConnections, "Outage")]
    [InlineData("25P03", "Outage")]
    [InlineData(PostgresErrorCodes.CheckViolation, "Fault")]
    [InlineData(PostgresErrorCodes.UndefinedTable, "Fault")]
    public void Trouble_is_told_apart_by_code_whatever_language_the_server_speaks(string code, string kind)
    {
        var error = new PostgresException("någonting gick fel", "FEL", "FEL", code);

        Assert.Equal(kind, Trouble.Of(new DbUpdateException("outer", error)).ToString());
    }

    private static Received Message(Guid person, long sequence) => new()
    {
        MessageId = Guid.CreateVersion7(),
        Endpoint = "endpoint",
        MessageType = "type",
        Source = "source",
        Person = person,
        Sequence = sequence,
    };

    private static Attempt Attempt(Received message, int number) => new(
        message, false,
        async transaction =>
        {
            await using var command = new NpgsqlCommand(
                "insert into effects (id, consumer, number, text) values (gen_random_uuid(), $1, $2, '')",
                transaction.Connection, transaction);
            command.Parameters.Add(new() { Value = nameof(OnSomethingHappened) });
            command.Parameters.Add(new() { Value = number });
            await command.ExecuteNonQueryAsync();
            return [];
        },
        CancellationToken.None);

    private async Task<Admission> Alone(Received message)
    {
        await using var connection = await Connections.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var admission = await Mark(transaction, message);
        await transaction.CommitAsync();
        return admission;
    }

    private static async Task<Admission> Mark(NpgsqlTransaction transaction, Received message)
    {
        var state = await InboxTable.Read(transaction, [message]);
        var gate = state.Admit(message, mayGoAhead: false);
        await InboxTable.Write(transaction, message.Endpoint, state);
        return gate.Admission;
    }
}
