using Microsoft.EntityFrameworkCore;
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
    public async Task A_message_ahead_of_its_predecessor_waits_and_a_late_one_is_refused_unless_replayed()
    {
        var person = TestService.SomePerson().Value;

        var first = await Admit(Message(person, 1));
        var third = await Admit(Message(person, 3));
        var thirdAfterWaiting = await Admit(Message(person, 3), mayGoAhead: true);
        var second = await Admit(Message(person, 2));
        var secondReplayed = await Admit(Message(person, 2) with { IsReplayed = true });
        var fourth = await Admit(Message(person, 4));

        Assert.Equal(
            [
                Admission.Admitted, Admission.Ahead, Admission.Admitted, Admission.Late, Admission.Admitted,
                Admission.Admitted,
            ],
            [first, third, thirdAfterWaiting, second, secondReplayed, fourth]);
    }

    [Fact]
    public async Task Of_two_replayed_copies_at_one_moment_the_second_looks_again_and_has_been_seen()
    {
        var person = TestService.SomePerson().Value;
        await Admit(Message(person, 2), mayGoAhead: true);
        var late = Message(person, 1) with { IsReplayed = true };
        Task<Admission> second = null!;

        await service.In(async (db, _) =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            Assert.Equal(
                Admission.Admitted, (await InboxTable.Admit(db, late, false, CancellationToken.None)).Admission);
            second = Admit(late);
            await Soon.Holds("the second waits for the first", () => database.Ask<bool>(
                "select exists (select from pg_locks l join pg_stat_activity a using (pid) " +
                "where not l.granted and a.datname = current_database())"));
            await transaction.CommitAsync();
        });

        Assert.Equal(Admission.Ahead, await second);
        Assert.Equal(Admission.Seen, await Admit(late));
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

    private async Task<Admission> Admit(Received message, bool mayGoAhead = false)
    {
        var admission = Admission.Seen;
        await service.In(async (db, _) =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            admission = (await InboxTable.Admit(db, message, mayGoAhead, CancellationToken.None)).Admission;
            if (admission is Admission.Admitted)
                await transaction.CommitAsync();
        });
        return admission;
    }
}
