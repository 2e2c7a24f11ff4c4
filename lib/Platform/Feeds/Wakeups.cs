using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NaraVard.Platform.Hosting;
using NaraVard.Platform.Messaging;
using Npgsql;

namespace NaraVard.Platform.Feeds;

/// <summary>
/// Tells the readers in this process that something was committed in a service's database, through one LISTEN
/// connection.
/// A wake-up is a hint that may be lost: whoever waits also looks by itself at least every <see cref="Backstop"/>.
/// </summary>
internal sealed partial class Wakeups<TDb>(
    DatabaseConnections<TDb> database, ServiceName<TDb> service, TimeProvider clock, ILogger<Wakeups<TDb>> log)
    : BackgroundService
    where TDb : DbContext
{
    /// <summary>The key of those who wait for messages to send.</summary>
    public const string Outbox = "outbox";

    /// <summary>The longest wait before looking without having been woken.</summary>
    public static readonly TimeSpan Backstop = TimeSpan.FromSeconds(5);

    // Quiet for this long, and the connection has to show that it still hears. A half-open socket is silent for hours.
    private static readonly TimeSpan HeartbeatEvery = TimeSpan.FromSeconds(5);
    private const int HeartbeatTimeoutSeconds = 3;

    private readonly ConcurrentDictionary<string, Wakeup> wakeups = new(StringComparer.Ordinal);
    private volatile int own;
    private readonly BackOff backOff = new(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5));

    /// <summary>How many times the connection has been made; grows when one was lost.</summary>
    public int Connections { get; private set; }

    /// <summary>
    /// The next wake-up with this key. Take it before looking, look, and wait for it only when there was nothing: then
    /// nothing falls between.
    /// </summary>
    public Wakeup Next(string key) => wakeups.GetOrAdd(key, _ => new Wakeup(clock));

    /// <summary>Notices of this connection to the database tell nothing that is not known here already.</summary>
    public void Disregard(int processId) => own = processId;

    /// <summary>Wakes this process's readers of one key.</summary>
    public void Wake(string key)
    {
        if (wakeups.TryRemove(key, out var wakeup))
            wakeup.Ring();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var failures = 0; !stoppingToken.IsCancellationRequested; failures++)
        {
            try
            {
                await using var connection = database.Dedicated();
                await Open(connection, stoppingToken);
                failures = 0;
                await Listen(connection, stoppingToken);
            }
            catch (Exception e) when (
                e is NpgsqlException or TimeoutException or IOException or InvalidOperationException)
            {
                var cause = e.GetType().Name;
                ListenerLost(service.Value, cause);
                await backOff.Pause(failures, clock, stoppingToken);
            }
        }
    }

    private async Task Open(NpgsqlConnection connection, CancellationToken ct)
    {
        connection.Notification += (_, notice) =>
        {
            if (notice.PID != own)
                Wake(notice.Payload);
        };
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand("listen naravard", connection);
        command.CommandTimeout = HeartbeatTimeoutSeconds;
        await command.ExecuteNonQueryAsync(ct);
        Connections++;
        WakeAll();
    }

    private static async Task Listen(NpgsqlConnection connection, CancellationToken ct)
    {
        while (true)
        {
            if (await connection.WaitAsync(HeartbeatEvery, ct))
                continue;
            await using var heartbeat = new NpgsqlCommand(
                "select 'naravard' in (select pg_listening_channels())", connection);
            heartbeat.CommandTimeout = HeartbeatTimeoutSeconds;
            if (await heartbeat.ExecuteScalarAsync(ct) is not true)
                throw new InvalidOperationException("A pooler in front of the database has taken the session away.");
        }
    }

    /// <summary>After a time of deafness everybody looks once.</summary>
    private void WakeAll()
    {
        foreach (var key in wakeups.Keys)
            Wake(key);
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Information,
        Message = "The listener of {Service} lost its connection ({Cause}); polling until it is back")]
    private partial void ListenerLost(string service, string cause);
}
