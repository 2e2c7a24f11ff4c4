using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NaraVard.Gateway.Sessions.Storage;
using Npgsql;

namespace NaraVard.Gateway.Sessions;

/// <summary>
/// Takes away sessions that have ended by themselves, and ends them at the sign-in service too: whoever comes to the
/// computer next is asked who that is.
/// </summary>
internal sealed class SweepSessions(
    SessionStore store, Provider provider, TimeProvider clock, ILogger<SweepSessions> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Sweep(stoppingToken);
            }
            catch (NpgsqlException e)
            {
                Log.NotLookedAfter(log, e.SqlState ?? e.GetType().Name);
            }
        }
    }

    private async Task Sweep(CancellationToken ct)
    {
        foreach (var session in await store.Sweep(ct))
        {
            Log.SignedOut(log, session.Id, "time");
            if (session.Tokens.Refresh is { } refresh)
                await provider.SignOut(refresh, ct);
        }
    }
}
