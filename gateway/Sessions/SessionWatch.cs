using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NaraVard.Gateway.Sessions.Storage;
using Npgsql;

namespace NaraVard.Gateway.Sessions;

/// <summary>
/// Tells open streams that their session has ended, at whichever replica and for whatever reason: asks the database for
/// all of them at once, again and again. Otherwise a stream would go on until its token expires.
/// </summary>
internal sealed class SessionWatch(SessionStore store, TimeProvider clock, ILogger<SessionWatch> log)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<WatchedSession, Guid> open = new();

    /// <summary>Fires when the session has ended. Dispose it with the stream.</summary>
    public WatchedSession Watch(Guid session)
    {
        var watched = new WatchedSession(this);
        open[watched] = session;
        return watched;
    }

    public void Forget(WatchedSession watched) => open.TryRemove(watched, out _);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (open.IsEmpty)
                continue;
            try
            {
                await Look(stoppingToken);
            }
            catch (NpgsqlException e)
            {
                Log.NotLookedAfter(log, e.SqlState ?? e.GetType().Name);
            }
        }
    }

    private async Task Look(CancellationToken ct)
    {
        var asked = open.ToArray();
        var alive = await store.Alive([.. asked.Select(one => one.Value).Distinct()], ct);
        foreach (var (watched, session) in asked)
            if (!alive.Contains(session))
                watched.End();
    }
}

/// <summary>One stream's look at its session.</summary>
internal sealed class WatchedSession(SessionWatch watch) : IDisposable
{
    private readonly CancellationTokenSource ended = new();

    public CancellationToken Ended => ended.Token;

    public void End() => ended.Cancel();

    // The source has no timer and nobody's wait handle: there is nothing to give back, and it may be ended yet.
    public void Dispose() => watch.Forget(this);
}
