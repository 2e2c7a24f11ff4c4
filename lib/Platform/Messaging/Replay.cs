using Microsoft.EntityFrameworkCore;
using NaraVard.Platform.Hosting;
using Npgsql;

namespace NaraVard.Platform.Messaging;

/// <summary>For operators: what could not be sent or received, and the ways on.</summary>
public sealed class Replay<TDb>
    where TDb : DbContext
{
    private const string ParkedSql = """
        select o.id, o.message_type, o.reason, o.attempts, o.parked_at,
            (select count(*) from platform.outbox f where f.person = o.person and f.person_sequence > o.person_sequence)
        from platform.outbox o where o.parked_at is not null order by o.parked_at limit $1
        """;

    // The person's row first: whoever adds a message meanwhile waits, and then finds nobody parked.
    private const string UnparkSql = """
        update platform.outbox_persons p set parked = false
        from platform.outbox o where o.id = $1 and o.parked_at is not null and p.person = o.person
        """;

    private const string ReleaseSql = """
        update platform.outbox o
        set due = now(), parked_at = null, attempts = case when o.id = poison.id then 0 else o.attempts end
        from platform.outbox poison
        where poison.id = $1 and poison.parked_at is not null and (o.id = poison.id or o.person = poison.person)
        """;

    private const string DiscardSql =
        "delete from platform.outbox where id = $1 and parked_at is null and due <= now()";

    private readonly DatabaseConnections<TDb> database;
    private readonly ErrorQueues queues;
    private readonly string prefix;

    internal Replay(DatabaseConnections<TDb> database, ErrorQueues queues, ServiceName<TDb> service) =>
        (this.database, this.queues, prefix) = (database, queues, service.Value + "-");

    /// <summary>The messages that are parked in the outbox, the oldest first.</summary>
    public async Task<IReadOnlyList<ParkedMessage>> Parked(int limit, CancellationToken ct)
    {
        var parked = new List<ParkedMessage>();
        await using var command = database.Source.CreateCommand(ParkedSql);
        command.Parameters.Add(new() { Value = limit });
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
            parked.Add(new ParkedMessage(
                rows.GetGuid(0), rows.GetString(1), rows.GetString(2), rows.GetInt32(3),
                rows.GetFieldValue<DateTimeOffset>(4), rows.GetInt64(5)));
        return parked;
    }

    /// <summary>
    /// Sends a parked message again, and then what waits behind it. False when it is not parked any more.
    /// </summary>
    public Task<bool> Release(Guid messageId, CancellationToken ct) => Unpark(messageId, ReleaseSql, null, ct);

    /// <summary>
    /// Gives a parked message up for good, and sends what waits behind it. False when it is not parked any more.
    /// </summary>
    public Task<bool> Discard(Guid messageId, CancellationToken ct) => Unpark(messageId, ReleaseSql, DiscardSql, ct);

    /// <summary>
    /// Sends up to so many messages from the error queue of one of the service's consumers to that consumer again, the
    /// oldest first, and answers how many. They are let through even when a later message has had its effect. On the
    /// in-memory bus there are none: what a consumer refuses is parked in the outbox that it came from.
    /// </summary>
    public Task<int> Redeliver(string endpoint, int most, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return endpoint.StartsWith(prefix, StringComparison.Ordinal)
            ? queues.Redeliver(endpoint, most, ct)
            : throw new ArgumentException($"Only '{prefix}…' belongs to this service.", nameof(endpoint));
    }

    private async Task<bool> Unpark(Guid messageId, string release, string? discard, CancellationToken ct)
    {
        await using var connection = await database.Source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await Run(UnparkSql);
        var released = await Run(release);
        if (discard is not null)
            await Run(discard);
        await Run("select pg_notify('naravard', 'outbox') where $1::uuid is not null");
        await transaction.CommitAsync(ct);
        return released > 0;

        async Task<int> Run(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            command.Parameters.Add(new() { Value = messageId });
            return await command.ExecuteNonQueryAsync(ct);
        }
    }
}
