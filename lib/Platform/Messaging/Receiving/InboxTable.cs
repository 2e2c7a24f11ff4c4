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

/// <summary>Marks messages as received, in the transaction of their effect.</summary>
internal static class InboxTable
{
    private const string Mark =
        "insert into platform.inbox (message_id, endpoint) values ($1, $2) on conflict do nothing";

    // Moves on by one. Begins at the first message, or anywhere when it may go ahead (a consumer newer than the person's
    // messages, or an earlier one that does not come); goes back never. Its row lock keeps a person's messages apart.
    private const string Step = """
        insert into platform.inbox_persons as p (person, endpoint, source, message_type, sequence)
        select $1, $2, $3, $4, $5
        where $5 = 1 or $6 or exists (
            select from platform.inbox_persons
            where person = $1 and endpoint = $2 and source = $3 and message_type = $4)
        on conflict (person, endpoint, source, message_type) do update set sequence = excluded.sequence
            where p.sequence = excluded.sequence - 1 or ($6 and p.sequence < excluded.sequence)
        """;

    private const string Reached = """
        select sequence from platform.inbox_persons
        where person = $1 and endpoint = $2 and source = $3 and message_type = $4
        """;

    /// <summary>Asks for the message's effect, inside the transaction that the context has open.</summary>
    public static async Task<Admission> Admit(DbContext db, Received message, bool mayGoAhead, CancellationToken ct)
    {
        await using (var mark = Command(db, Mark, message.MessageId, message.Endpoint))
            if (await mark.ExecuteNonQueryAsync(ct) == 0)
                return Admission.Seen;
        if (message is not { Person: { } person, Sequence: { } sequence, Source: { } source })
            return Admission.Admitted;

        await using (var step = Command(
            db, Step, person, message.Endpoint, source, message.MessageType, sequence, mayGoAhead))
            if (await step.ExecuteNonQueryAsync(ct) > 0)
                return Admission.Admitted;

        await using var reached = Command(db, Reached, person, message.Endpoint, source, message.MessageType);
        if (await reached.ExecuteScalarAsync(ct) is not long last || last < sequence)
            return Admission.Ahead;
        return message.IsReplayed ? Admission.Admitted : Admission.Late;
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
