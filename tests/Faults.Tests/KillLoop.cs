using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NaraVard.Faults.Worker;
using NaraVard.Platform.Hosting;
using NaraVard.Platform.Messaging;
using NaraVard.Testing;

namespace NaraVard.Faults.Tests;

/// <summary>
/// Two replicas of a service write, send and receive some ten thousand events, while they, the broker and the database
/// are killed again and again. Then all is left to come to rest, and looked at; then a mended version replays what was
/// given up, and all is looked at again.
/// </summary>
public sealed class KillLoop : IAsyncLifetime
{
    internal const string Database = "worker";

    // For a longer run by hand: FAULTS_ROUNDS, FAULTS_EVENTS, FAULTS_SEED.
    private readonly IConfiguration settings = new ConfigurationBuilder().AddEnvironmentVariables("FAULTS_").Build();
    private readonly ConcurrentQueue<string> acknowledged = [];
    private readonly ConcurrentQueue<Moment> killed = [];
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private PostgreSqlServer database = null!;
    private RabbitMqNode broker = null!;
    private Random random = null!;
    private string servers = "up";
    private int started;

    /// <summary>What moments and persons were drawn with.</summary>
    internal int Seed { get; private set; }

    /// <summary>The last moment of each process that was killed.</summary>
    internal IReadOnlyCollection<Moment> Killed => killed;

    internal int BrokerKills { get; private set; }

    internal int DatabaseKills { get; private set; }

    /// <summary>Person and number of each event that a writer said to be committed.</summary>
    internal IReadOnlyCollection<string> Acknowledged => acknowledged;

    /// <summary>What there was when everything had come to rest.</summary>
    internal Findings AtRest { get; private set; } = null!;

    /// <summary>Persons whose parked message was discarded, not released.</summary>
    internal HashSet<Guid> Discarded { get; } = [];

    /// <summary>What there was when what had been given up had been replayed.</summary>
    internal Findings Replayed { get; private set; } = null!;

    /// <summary>What the run was, in figures.</summary>
    internal string Report { get; private set; } = "";

    public async Task InitializeAsync()
    {
        Seed = settings.GetValue("SEED", Environment.ProcessId);
        random = new Random(Seed);
        (database, broker) = (await PostgreSqlServer.Start("faults"), await RabbitMqNode.Start());
        await database.Execute($"create database {Database}");
        await using var ledger = new Ledger(database, broker);

        await KillAll();
        var killing = clock.Elapsed;
        await ComeToRest(ledger);
        await Replay(ledger);

        Report += $"seed {Seed}: {AtRest.Said.Count} events; kills: {killed.Count} of the process, {BrokerKills} of " +
            $"the broker, {DatabaseKills} of the database; {AtRest.Refused.Count} refused, {AtRest.Parked.Count} " +
            $"parked; {killing.TotalSeconds:0} s of kills, {clock.Elapsed.TotalSeconds:0} s in all";
    }

    public async Task DisposeAsync() => await broker.DisposeAsync();

    private async Task KillAll()
    {
        var traps =
            from _ in Enumerable.Range(0, settings.GetValue("ROUNDS", 2))
            from step in Enum.GetValues<Step>()
            from side in Enum.GetValues<Side>()
            let isRare = step is Step.Park or Step.LetPass or Step.MoveToErrorQueue
            select new Trap(new Moment(step, side), random.Next(1, isRare ? 3 : 25));
        var plan = traps.ToArray();
        random.Shuffle(plan);
        var left = new ConcurrentQueue<Trap>(plan);

        var lanes = Task.WhenAll(Lane(left), Lane(left));
        var outages = Outages(lanes);
        // A server that does not come back is the cause of all that then does not happen.
        await await Task.WhenAny(lanes, outages);
        await Task.WhenAll(lanes, outages);
    }

    /// <summary>One replica after the other, each until its moment has come.</summary>
    private async Task Lane(ConcurrentQueue<Trap> left)
    {
        while (left.TryDequeue(out var trap))
        {
            // One that finds no database when it starts ends by itself, and is started again, as Kubernetes does.
            for (var starts = 1; !trap.IsSprung; starts++)
            {
                await using var replica = await Start(trap);
                await Task.WhenAny(replica.Died, Task.Delay(TimeSpan.FromMinutes(5)));
                if (!trap.IsSprung && (!replica.Died.IsCompleted || starts == 20))
                    throw new InvalidOperationException(
                        $"Seed {Seed}: never came to {trap}; servers: {servers}\n" +
                        $"{await Consumers()}\n{replica.Output}");
            }

            killed.Enqueue(trap.Moment!.Value);
        }
    }

    /// <summary>Kills the servers in turn, every few kills of the process, while the replicas go on.</summary>
    private async Task Outages(Task lanes)
    {
        for (var next = 5; !lanes.IsCompleted; next += 6)
        {
            await Comes("more kills", () => Task.FromResult(killed.Count >= next || lanes.IsCompleted));
            if (next % 4 == 1)
            {
                servers = "the database is killed";
                await database.Kill();
                servers = "the database is started again";
                await database.Restart();
                DatabaseKills++;
            }
            else
            {
                servers = "the broker is killed";
                await broker.Kill();
                servers = "the broker is started again";
                await broker.Start();
                BrokerKills++;
            }

            servers = "up";
        }
    }

    /// <summary>Who would be given what waits, for the sentence of a failure.</summary>
    private Task<string> Consumers() => broker.Ask("list_queues", "name", "messages_ready", "messages_unacknowledged",
        "consumers", "single_active_consumer_pid");

    private async Task ComeToRest(Ledger ledger)
    {
        // The first one dies with its hands full, and the other one does all the rest alone.
        var lastOfMany = new Trap(new Moment(Step.Admit, Side.Before), 300);
        await using var one = await Start(lastOfMany);
        await using var two = await Start();
        await Comes("enough events", async () => await ledger.CountSaid() >= settings.GetValue("EVENTS", 10_000));
        // Waits for the transactions that have begun to write.
        await database.Execute("update control set writing = false", Database);
        await Comes("nothing to send", async () => await ledger.CountUnsent() == 0);
        await Tries("all effects, or what is refused", async () =>
        {
            AtRest = await ledger.Look();
            return AtRest.Done.Count + AtRest.GivenUp.Count >= Due(AtRest).Count();
        });
    }

    /// <summary>An operator of the mended version replays what was given up, or gives it up for good.</summary>
    private async Task Replay(Ledger ledger)
    {
        await using var one = await Start(isMended: true);
        await using var two = await Start(isMended: true);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(broker.Settings("/"));
        builder.Configuration.AddInMemoryCollection(
            [new("ConnectionStrings:worker", database.ConnectionString(Database))]);
        builder.AddService<WorkerDb>(WorkerDb.Service);
        using var host = builder.Build();
        var replay = host.Services.GetRequiredService<Replay<WorkerDb>>();

        foreach (var parked in AtRest.Parked)
            if (random.Next(4) > 0)
                Assert.True(await replay.Release(parked.Id, CancellationToken.None));
            else if (Discarded.Add(parked.Person))
                Assert.True(await replay.Discard(parked.Id, CancellationToken.None));
        var due = AtRest.Said.Where(said => !IsDiscarded(said)).SelectMany(Findings.EffectsOf).Count();
        await Tries("all effects, and empty error queues", async () =>
        {
            await replay.Redeliver("worker-on-entered", int.MaxValue, CancellationToken.None);
            return await ledger.CountDone() >= due && await ledger.CountUnsent() == 0
                && (await ledger.ErrorQueues()).Count == 0;
        });
        Replayed = await ledger.Look();
    }

    /// <summary>The effects that wait for no operator, or for one at the error queue.</summary>
    internal static IEnumerable<Done> Due(Findings found)
    {
        var held = found.Said.Where(said => said.IsUnsendable).Select(said => said.Person).ToHashSet();
        return found.Said.Where(said => !held.Contains(said.Person)).SelectMany(Findings.EffectsOf);
    }

    internal bool IsDiscarded(Said said) => said.IsUnsendable && Discarded.Contains(said.Person);

    private Task<Replica> Start(bool isMended = false) => Start(new Trap(null, 0), isMended);

    private Task<Replica> Start(Trap trap, bool isMended = false) => Replica.Start(
        database, broker, trap, acknowledged, Seed + Interlocked.Increment(ref started), isMended);

    /// <summary>Waits for what the tests look at in any case: they say what is missing.</summary>
    private async Task Tries(string what, Func<Task<bool>> condition)
    {
        try
        {
            await Comes(what, condition);
        }
        catch (TimeoutException)
        {
            Report = $"Not in time: {what}. ";
        }
    }

    private Task Comes(string what, Func<Task<bool>> condition) =>
        Soon.Holds($"seed {Seed}: {what}", condition, seconds: 480);
}
