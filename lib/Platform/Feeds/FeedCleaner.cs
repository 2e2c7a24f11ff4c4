using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NaraVard.Platform.Hosting;
using NaraVard.Platform.Messaging.Receiving;
using Npgsql;

namespace NaraVard.Platform.Feeds;

/// <summary>Takes away what is older than its retention: changes of the feed and memories of the inbox.</summary>
internal sealed partial class FeedCleaner<TDb>(
    DatabaseConnections<TDb> database, InboxCleaner<TDb> inbox, ServiceName<TDb> service, DatabaseOptions options,
    TimeProvider clock, ILogger<FeedCleaner<TDb>> log) : BackgroundService
    where TDb : DbContext
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    // The floor moves in the statement that deletes: no reader sees one without the other. In steps, so that no
    // transaction of ours is long.
    private const string Step = """
        with old as (
            delete from platform.changes where position in (
                select position from platform.changes
                where at < clock_timestamp() - $1 and tx < pg_snapshot_xmin(pg_current_snapshot())
                order by tx, position limit 5000)
            returning tx, position),
        newest as (select tx, position from old order by tx desc, position desc limit 1)
        update platform.changes_floor floor
        set tx = greatest(floor.tx, newest.tx),
            position = case when (floor.tx, floor.position) < (newest.tx, newest.position)
                then newest.position else floor.position end
        from newest
        """;

    /// <summary>Cleans until nothing old is left.</summary>
    public async Task Clean(CancellationToken ct)
    {
        int moved;
        do
        {
            await using var command = database.Source.CreateCommand(Step);
            command.Parameters.Add(new() { Value = TimeSpan.FromHours(options.FeedRetentionHours) });
            moved = await command.ExecuteNonQueryAsync(ct);
        }
        while (moved > 0);
        await inbox.Clean(ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Clean(stoppingToken);
            }
            catch (NpgsqlException e)
            {
                var cause = e.SqlState ?? e.GetType().Name;
                NotCleaned(service.Value, cause);
            }
        }
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Information,
        Message = "{Service}: nothing cleaned this time ({Cause})")]
    private partial void NotCleaned(string service, string cause);
}
