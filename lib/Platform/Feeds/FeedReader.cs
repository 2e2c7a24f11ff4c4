using Microsoft.EntityFrameworkCore;
using NaraVard.Platform.Hosting;
using Npgsql;
using NpgsqlTypes;

namespace NaraVard.Platform.Feeds;

/// <summary>Reads the change feed behind its fence.</summary>
internal sealed class FeedReader<TDb>(DatabaseConnections<TDb> database)
    where TDb : DbContext
{
    // Transactions below the snapshot's xmin have all ended: nothing can appear among them any more. One statement, so
    // that fence, floor and rows are seen at one moment.
    private const string Page = """
        with fence as materialized (
            select pg_snapshot_xmin(s) as xmin, pg_snapshot_xmax(s) as xmax from pg_current_snapshot() s),
        state as materialized (
            select fence.xmin,
                $3::xid8 > fence.xmax or ($3::xid8, $4::bigint) < (floor.tx, floor.position) as reset
            from fence, platform.changes_floor floor)
        select state.xmin, state.reset, page.tx, page.position, page.resource_id, page.deleted, page.at, page.fenced
        from state left join lateral (
            select c.tx, c.position, c.resource_id, c.deleted, c.at, c.tx >= state.xmin as fenced
            from platform.changes c
            where c.resource = $1 and c.audience = $2 and not state.reset
                and (c.tx, c.position) > ($3::xid8, $4::bigint)
            order by c.tx, c.position
            limit $5) page on true
        """;

    /// <summary>The place where everything committed so far has been seen.</summary>
    public Task<FeedCursor> Now(CancellationToken ct) =>
        Place("select pg_snapshot_xmin(pg_current_snapshot()), 0::bigint", ct);

    /// <summary>The place just before the oldest change that is kept.</summary>
    public Task<FeedCursor> Floor(CancellationToken ct) =>
        Place("select tx, position from platform.changes_floor", ct);

    /// <summary>Up to <paramref name="limit"/> changes after the cursor.</summary>
    public async Task<FeedRead> Read(string resource, string audience, FeedCursor from, int limit, CancellationToken ct)
    {
        await using var command = database.Source.CreateCommand(Page);
        command.Parameters.Add(new() { Value = resource });
        command.Parameters.Add(new() { Value = audience });
        command.Parameters.Add(new() { Value = from.Tx, NpgsqlDbType = NpgsqlDbType.Xid8 });
        command.Parameters.Add(new() { Value = from.Position });
        command.Parameters.Add(new() { Value = limit });

        var read = new FeedRead(limit);
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
            Add(read, rows);
        return read;
    }

    private async Task<FeedCursor> Place(string sql, CancellationToken ct)
    {
        await using var command = database.Source.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync(ct);
        await rows.ReadAsync(ct);
        return new FeedCursor(rows.GetFieldValue<ulong>(0), rows.GetInt64(1));
    }

    private static void Add(FeedRead read, NpgsqlDataReader row)
    {
        read.HighWater = new FeedCursor(row.GetFieldValue<ulong>(0), 0);
        read.Reset = row.GetBoolean(1);
        if (row.IsDBNull(2))
            return;
        if (row.GetBoolean(7))
            read.IsFenced = true;
        else
            read.Add(new FeedChange(
                row.GetGuid(4), row.GetBoolean(5), row.GetFieldValue<DateTimeOffset>(6),
                new FeedCursor(row.GetFieldValue<ulong>(2), row.GetInt64(3))));
    }
}
