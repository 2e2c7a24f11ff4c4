using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace NaraVard.Platform.Messaging.Receiving;

/// <summary>Whether a message may have its effect now.</summary>
internal enum Admission
{
    /// <summary>Yes; it is marked as received when the transaction commits.</summary>
    Admitted,

    /// <summary>It has had its effect already.</summary>
    Seen,

    /// <summary>An earlier message of the same person and type is still on its way.</summary>
    Ahead,

    /// <summary>A later message of the same person and type has had its effect already.</summary>
    Late,
}

/// <summary>The answer for one message.</summary>
/// <param name="Admission">Whether it may have its effect.</param>
/// <param name="Ahead">How many messages are missing before it.</param>
internal readonly record struct Gate(Admission Admission, long Ahead = 0);

/// <summary>Marks messages as received, in the transaction of their effect.</summary>
internal static class InboxTable
{
    // One statement, one way to the server and back. Who only waits (ahead) writes and locks nothing, and so does not
    // stand in the way of those before it. Moving on takes the lock of the person's row until the commit; a copy that
    // comes at the same moment waits there, finds that it cannot move on, and is told to look again.
    private const string AdmitSql = """
        with state as materialized (
            select
                exists (select from platform.inbox where message_id = $1 and endpoint = $2) as seen,
                coalesce((
                    select sequence from platform.inbox_persons
                    where person = $3 and endpoint = $2 and source = $4 and message_type = $5), 0) as last),
        moved as (
            insert into platform.inbox_persons as p (person, endpoint, source, message_type, sequence)
            select $3, $2, $4, $5, $6 from state
            where not seen and $6 > 0 and (last = $6 - 1 or ($7 and last < $6))
            on conflict (person, endpoint, source, message_type) do update set sequence = excluded.sequence
                where p.sequence = excluded.sequence - 1 or ($7 and p.sequence < excluded.sequence)
            returning 1),
        marked as (
            insert into platform.inbox (message_id, endpoint)
            select $1, $2 from state
            where not seen and ($6 = 0 or exists (select from moved) or ($8 and last >= $6))
            on conflict do nothing
            returning 1)
        select seen, last, exists (select from marked) from state
        """;

    private const string PassSql = """
        insert into platform.inbox_persons as p (person, endpoint, source, message_type, sequence)
        select $1, $2, $3, $4, $5 where $5 = 1 or exists (
            select from platform.inbox_persons
            where person = $1 and endpoint = $2 and source = $3 and message_type = $4)
        on conflict (person, endpoint, source, message_type) do update set sequence = excluded.sequence
            where p.sequence = excluded.sequence - 1
        """;

    /// <summary>Asks for the message's effect, inside the transaction that the context has open.</summary>
    /// <param name="db">The context.</param>
    /// <param name="message">The message.</param>
    /// <param name="mayGoAhead">
    /// True when it has waited long enough: the consumer may be newer than the person's messages, or an earlier one may
    /// not come.
    /// </param>
    /// <param name="ct">Cancels.</param>
    public static async Task<Gate> Admit(DbContext db, Received message, bool mayGoAhead, CancellationToken ct)
    {
        await using var admit = Command(
            db, AdmitSql, message.MessageId, message.Endpoint, message.Person ?? Guid.Empty, message.Source ?? "",
            message.MessageType, message.Order, mayGoAhead, message.IsReplayed);
        await using var row = await admit.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        var (isSeen, last, isMarked) = (row.GetBoolean(0), row.GetInt64(1), row.GetBoolean(2));
        if (isMarked)
            return new Gate(Admission.Admitted);
        if (isSeen || message.Order == 0)
            return new Gate(Admission.Seen);
        if (last < message.Order)
            return new Gate(Admission.Ahead, message.Order - last - 1);
        // What is replayed is never late: a copy was a moment faster, and must be looked for again.
        return message.IsReplayed ? new Gate(Admission.Ahead) : new Gate(Admission.Late);
    }

    /// <summary>Lets the later messages of the person pass one that lies in the error queue.</summary>
    public static async Task LetPass(DbContext db, Received message, CancellationToken ct)
    {
        if (message.Order == 0)
            return;
        await db.Database.OpenConnectionAsync(ct);
        await using var pass = Command(
            db, PassSql, message.Person!, message.Endpoint, message.Source!, message.MessageType, message.Order);
        await pass.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlCommand Command(DbContext db, string sql, params ReadOnlySpan<object> values)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var transaction = (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
        var command = new NpgsqlCommand(sql, connection, transaction);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }
}
