using System.Collections.Concurrent;
using NaraVard.Faults.Tests.Wire;
using NaraVard.Testing;

namespace NaraVard.Faults.Tests;

/// <summary>One process of the service, which dies at a moment of its own.</summary>
internal sealed class Replica : IAsyncDisposable
{
    private readonly Relay database;
    private readonly Relay broker;
    private readonly OwnedProcess process;

    private Replica(Relay database, Relay broker, OwnedProcess process)
    {
        (this.database, this.broker, this.process) = (database, broker, process);
        Died = process.Exited;
    }

    /// <summary>Starts it.</summary>
    public static async Task<Replica> Start(
        PostgreSqlServer database, RabbitMqNode broker, Trap trap, ConcurrentQueue<string> acknowledged, int seed,
        bool isMended = false)
    {
        var toDatabase = new Relay(database.Port, () => new PostgreSqlWire(), trap);
        var toBroker = new Relay(broker.Port, () => new AmqpWire(), trap);
        var settings = broker.Settings("/").ToDictionary(setting => setting.Key, setting => setting.Value!);
        settings["Bus:Port"] = $"{toBroker.Port}";
        settings["ConnectionStrings:worker"] =
            $"Host=127.0.0.1;Port={toDatabase.Port};Username=postgres;Database={KillLoop.Database};" +
            "SSL Mode=Disable;GSS Encryption Mode=Disable;Timeout=5";
        settings["Bus:HoldSeconds"] = "5";
        settings["Bus:SendTimeoutSeconds"] = "2";
        settings["Bus:BackOffMaxSeconds"] = "2";
        settings["Seed"] = $"{seed}";
        settings["Persons"] = "30";
        settings["Pace"] = "30";
        settings["Mended"] = $"{isMended}";
        var environment = settings.ToDictionary(
            setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value);
        var process = await OwnedProcess.Start(
            null, "/usr/bin/env", ["dotnet", typeof(Worker.WorkerDb).Assembly.Location], environment, line =>
            {
                if (line.StartsWith("said ", StringComparison.Ordinal))
                    acknowledged.Enqueue(line);
            });
        trap.Kill = process.Kill;
        return new Replica(toDatabase, toBroker, process);
    }

    /// <summary>Waits until it is dead and all that it wrote has been read.</summary>
    public Task Died { get; }

    /// <summary>What it wrote last.</summary>
    public string Output => process.Output;

    /// <summary>Ends it, if it lives.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await Died;
        await database.DisposeAsync();
        await broker.DisposeAsync();
    }
}
