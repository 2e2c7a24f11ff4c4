using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NaraVard.Handoff.Data;
using NaraVard.Handoff.Domain;
using NaraVard.Platform.Hosting;

namespace NaraVard.Handoff.Features;

/// <summary>
/// Tells, once for each desk, that nobody took a handoff within the desk's target (DOMAIN W06). Any number of
/// replicas may run it: each takes the rows that no other holds.
/// </summary>
internal sealed class RaiseOverdue(
    IServiceScopeFactory scopes, HandoffOptions options, TimeProvider clock, ILogger<RaiseOverdue> log)
    : BackgroundService
{
    private const int BatchMax = 100;

    /// <summary>Tells of all that are overdue now; how many.</summary>
    public async Task<int> Raise(CancellationToken cancel)
    {
        var raised = 0;
        while (await RaiseBatch(cancel) is > 0 and var count)
            raised += count;
        return raised;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => DatabaseSteps.Take(
        clock, TimeSpan.FromSeconds(options.OverdueCheckSeconds), Raise,
        error => Log.OverdueCheckFailed(log, error), stoppingToken);

    private async Task<int> RaiseBatch(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HandoffDb>();
        var changes = scope.ServiceProvider.GetRequiredService<Changes>();
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var ids = await db.Database.SqlQuery<Guid>($"""
            SELECT id FROM handoffs
            WHERE state = {(int)HandoffState.Received} AND overdue_at IS NULL AND due_at <= {now}
            ORDER BY due_at LIMIT {BatchMax} FOR UPDATE SKIP LOCKED
            """).ToListAsync(cancel);
        var waiting = await db.Handoffs.Where(handoff => ids.Contains(handoff.Id)).ToListAsync(cancel);

        var overdue = waiting.Where(handoff => handoff.FallOverdue(now)).ToList();

        foreach (var handoff in overdue)
            await changes.Save(handoff, [Told.Overdue(handoff)], cancel);
        await transaction.CommitAsync(cancel);
        overdue.ForEach(handoff => Log.FellOverdue(log, handoff.Id, handoff.KommunCode));
        return overdue.Count;
    }
}
