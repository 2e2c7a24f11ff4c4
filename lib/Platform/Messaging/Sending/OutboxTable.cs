using Microsoft.EntityFrameworkCore;
using NaraVard.Platform.Hosting;
using Npgsql;

namespace NaraVard.Platform.Messaging.Sending;

/// <summary>The dispatcher's side of <c>platform.outbox</c>: take messages, and settle them.</summary>
internal sealed class OutboxTable<TDb>(DatabaseConnections<TDb> database)
    where TDb : DbContext
{
    /// <summary>Messages of one person that are claimed together and sent one after the other.</summary>
    private const int ChainMax = 20;

    // Only the first message of a person can be claimed, and its lease covers those behind it: one in flight per
    // person.
    // A person's numbers follow the commits, so that whoever is first in any snapshot stays first until it is gone.
    private const string ClaimSql = """
        with heads as materialized (
            select o.id, (select nextval('platform.outbox_lease')) as lease
            from platform.outbox o
            where o.due <= now() and o.parked_at is null
                and (o.person is null or not exists (
                    select from platform.outbox e
                    where e.person = o.person and e.person_sequence < o.person_sequence))
            order by o.due, o.position
            limit $1
            for update of o skip locked),
        head as (
            update platform.outbox o set due = now() + $2, lease = heads.lease
            from heads where o.id = heads.id
            returning o.*),
        follower as (
            update platform.outbox o set lease = head.lease
            from head
            where o.person = head.person and o.person_sequence > head.person_sequence
                and o.person_sequence <= head.person_sequence + $3
            returning o.*)
        select id, lease, attempts, person, type_sequence, message_type, body, trace_parent, trace_state, caller,
            position, person_sequence
        from (select * from head union all select * from follower) claimed
        order by person, person_sequence, position
        """;

    private const string SentSql = """
        delete from platform.outbox o using unnest($1::uuid[], $2::bigint[]) sent(id, lease)
        where o.id = sent.id and o.lease = sent.lease
        """;

    private const string FailedSql = """
        update platform.outbox
        set attempts = attempts + $3, due = now() + $4, reason = $5 where id = $1 and lease = $2
        """;

    // The lock on the person's row comes first: whoever adds a message for the person meanwhile waits, and then sees
    // it.
    private const string ParkSql = """
        with poison as (select id, person from platform.outbox where id = $1 and lease = $2),
        person as (
            update platform.outbox_persons p set parked = true from poison where p.person = poison.person
            returning p.person)
        update platform.outbox o
        set attempts = attempts + 1, due = 'infinity', parked_at = clock_timestamp(), reason = $3
        from poison left join person on true
        where o.id = poison.id
        """;

    private const string HoldSql = """
        update platform.outbox o set due = 'infinity'
        from platform.outbox poison
        where poison.id = $1 and poison.parked_at is not null and o.person = poison.person
        """;

    /// <summary>
    /// Claims up to so many messages or chains of messages, in the order in which each person's must be sent.
    /// </summary>
    public async Task<IReadOnlyList<ClaimedMessage>> Claim(int most, TimeSpan lease, CancellationToken ct)
    {
        await using var connection = await database.Source.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection);
        // What is lost with an unflushed commit, here and in settling, is a lease or a deletion: the message is then
        // sent again, and the inbox of its consumers has seen it.
        batch.AddRelaxed();
        batch.Add(ClaimSql, most, lease, ChainMax);

        var claimed = new List<ClaimedMessage>();
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        while (await rows.ReadAsync(ct))
            claimed.Add(Read(rows));
        return claimed;
    }

    /// <summary>How long until a message that waits may be taken, when none may now; null when none waits.</summary>
    public async Task<TimeSpan?> UntilNext(CancellationToken ct)
    {
        await using var command = database.Source.CreateCommand(
            "select min(due) - now() from platform.outbox " +
            "where parked_at is null and due > now() and due < 'infinity'");
        return await command.ExecuteScalarAsync(ct) as TimeSpan?;
    }

    /// <summary>Takes away what the bus has confirmed, and writes down what it has not.</summary>
    public async Task Settle(
        IReadOnlyCollection<ClaimedMessage> sent, IReadOnlyCollection<Failure> failures, CancellationToken ct)
    {
        await using var connection = await database.Source.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection);
        batch.AddRelaxed();
        batch.Add(SentSql, Array(sent, message => message.Id), Array(sent, message => message.Lease));
        foreach (var (message, pause, isCounted, reason, isParked) in failures)
        {
            if (isParked)
            {
                batch.Add(ParkSql, message.Id, message.Lease, reason);
                batch.Add(HoldSql, message.Id);
            }
            else
            {
                batch.Add(FailedSql, message.Id, message.Lease, isCounted ? 1 : 0, pause, reason);
            }
        }

        await batch.ExecuteNonQueryAsync(ct);
    }

    /// <summary>
    /// Which database numbers the messages. Changes when the database is restored or fails over, since its numbers may
    /// then begin again.
    /// </summary>
    public async Task<string> Source(string service, CancellationToken ct)
    {
        await using var command = database.Source.CreateCommand(
            "select s.system_identifier || '/' || c.timeline_id from pg_control_system() s, pg_control_checkpoint() c");
        return $"{service}/{await command.ExecuteScalarAsync(ct)}";
    }

    private static ClaimedMessage Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Lease = row.GetInt64(1),
        Attempts = row.GetInt32(2),
        Person = row.IsDBNull(3) ? null : row.GetGuid(3),
        TypeSequence = row.IsDBNull(4) ? null : row.GetInt64(4),
        MessageType = row.GetString(5),
        Body = row.GetString(6),
        TraceParent = Text(row, 7),
        TraceState = Text(row, 8),
        Caller = Text(row, 9),
    };

    private static T[] Array<T>(IEnumerable<ClaimedMessage> messages, Func<ClaimedMessage, T> value) =>
        messages.Select(value).ToArray();

    private static string? Text(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);
}
