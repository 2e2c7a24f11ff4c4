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
    // Without writing or locking anything: whoever only waits must not stand in the way of those before it.
    private const string Look = """
        select
            exists (select from platform.inbox where message_id = $1 and endpoint = $2),
            (select sequence from platform.inbox_persons
             where person = $3 and endpoint = $2 and source = $4 and message_type = $5)
        """;

    private const string Mark =
        "insert into platform.inbox (message_id, endpoint) values ($1, $2) on conflict do nothing";

    // Moves on to the message and never back. Its row lock keeps a person's messages apart until the commit.
    private const string Step = """
        insert into platform.inbox_persons as p (person, endpoint, source, message_type, sequence)
        values ($1, $2, $3, $4, $5)
        on conflict (person, endpoint, source, message_type) do update set sequence = excluded.sequence
            where p.sequence = excluded.sequence - 1 or ($6 and p.sequence < excluded.sequence)
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
        var (isSeen, last) = await LookAt(db, message, ct);
        if (isSeen)
            return new Gate(Admission.Seen);
        if (message.Sequence is not { } sequence || message.Person is null || message.Source is null)
            return await MarkOnly(db, message, ct);

        if (last >= sequence)
            return message.IsReplayed ? await MarkOnly(db, message, ct) : new Gate(Admission.Late);
        if (last < sequence - 1 && !mayGoAhead)
            return new Gate(Admission.Ahead, sequence - last - 1);
        if ((await MarkOnly(db, message, ct)).Admission is Admission.Seen)
            return new Gate(Admission.Seen);
        return await Move(db, message, sequence, mayGoAhead, ct)
            ? new Gate(Admission.Admitted)
            : new Gate(Admission.Ahead);
    }

    /// <summary>Lets the later messages of the person pass one that goes to the error queue.</summary>
    public static async Task LetPass(DbContext db, Received message, CancellationToken ct)
    {
        if (message.Sequence is not { } sequence || message.Person is null || message.Source is null)
            return;
        await db.Database.OpenConnectionAsync(ct);
        var (_, last) = await LookAt(db, message, ct);
        if (last == sequence - 1)
            await Move(db, message, sequence, false, ct);
    }

    private static async Task<(bool IsSeen, long Last)> LookAt(DbContext db, Received message, CancellationToken ct)
    {
        await using var look = Command(
            db, Look, message.MessageId, message.Endpoint, message.Person ?? Guid.Empty, message.Source ?? "",
            message.MessageType);
        await using var row = await look.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return (row.GetBoolean(0), row.IsDBNull(1) ? 0 : row.GetInt64(1));
    }

    private static async Task<Gate> MarkOnly(DbContext db, Received message, CancellationToken ct)
    {
        await using var mark = Command(db, Mark, message.MessageId, message.Endpoint);
        return new Gate(await mark.ExecuteNonQueryAsync(ct) > 0 ? Admission.Admitted : Admission.Seen);
    }

    private static async Task<bool> Move(
        DbContext db, Received message, long sequence, bool mayGoAhead, CancellationToken ct)
    {
        await using var step = Command(
            db, Step, message.Person!, message.Endpoint, message.Source!, message.MessageType, sequence, mayGoAhead);
        return await step.ExecuteNonQueryAsync(ct) > 0;
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
