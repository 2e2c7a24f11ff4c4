using NaraVard.Platform.Hosting;
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

/// <summary>Marks messages as received, in the transaction of their effects.</summary>
internal static class InboxTable
{
    private const string SeenSql =
        "select message_id from platform.inbox where endpoint = $1 and message_id = any ($2)";

    private const string LastSql =
        "select person, source, message_type, sequence from platform.inbox_persons " +
        "where endpoint = $1 and person = any ($2)";

    private const string MarkSql =
        "insert into platform.inbox (message_id, endpoint) select unnest($1), $2 on conflict do nothing";

    private const string BeginSql = """
        insert into platform.inbox_persons (endpoint, person, source, message_type, sequence)
        select $1, * from unnest($2, $3, $4, $5) on conflict do nothing
        """;

    private const string MoveSql = """
        update platform.inbox_persons p set sequence = m.now
        from unnest($2, $3, $4, $5, $6) m(person, source, message_type, was, now)
        where p.endpoint = $1 and p.person = m.person and p.source = m.source and p.message_type = m.message_type
            and p.sequence = m.was
        """;

    private const string PassSql = """
        insert into platform.inbox_persons as p (person, endpoint, source, message_type, sequence)
        select $1, $2, $3, $4, $5 where $5 = 1 or exists (
            select from platform.inbox_persons
            where person = $1 and endpoint = $2 and source = $3 and message_type = $4)
        on conflict (person, endpoint, source, message_type) do update set sequence = excluded.sequence
            where p.sequence = excluded.sequence - 1
        """;

    /// <summary>Reads what is known of the messages, which are all of one endpoint.</summary>
    public static async Task<InboxState> Read(NpgsqlTransaction transaction, IReadOnlyList<Received> messages)
    {
        await using var batch = new NpgsqlBatch(transaction.Connection, transaction);
        var endpoint = messages[0].Endpoint;
        batch.Add(SeenSql, endpoint, messages.Select(message => message.MessageId).ToArray());
        batch.Add(LastSql, endpoint, messages.Select(message => message.Person).OfType<Guid>().Distinct().ToArray());
        await using var rows = await batch.ExecuteReaderAsync();
        var seen = new List<Guid>();
        while (await rows.ReadAsync())
            seen.Add(rows.GetGuid(0));
        await rows.NextResultAsync();
        var last = new Dictionary<Strand, long>();
        while (await rows.ReadAsync())
            last[new Strand(rows.GetGuid(0), rows.GetString(1), rows.GetString(2))] = rows.GetInt64(3);
        return new InboxState(seen, last);
    }

    /// <summary>
    /// Writes what has changed. Where somebody else has changed the same meanwhile, a copy of a message was faster.
    /// </summary>
    public static async Task Write(NpgsqlTransaction transaction, string endpoint, InboxState state)
    {
        if (state.Marked.Count == 0)
            return;
        await using var batch = new NpgsqlBatch(transaction.Connection, transaction);
        batch.Add(MarkSql, state.Marked.ToArray(), endpoint);
        // In one order, so that two transactions never wait for each other.
        var moved = state.Moved.OrderBy(row => row.Strand.Person).ToList();
        var begun = moved.FindAll(row => row.From == 0);
        if (begun.Count > 0)
            batch.Add(
                BeginSql, endpoint, Each(begun, row => row.Strand.Person), Each(begun, row => row.Strand.Source),
                Each(begun, row => row.Strand.MessageType), Each(begun, row => row.To));
        var went = moved.FindAll(row => row.From > 0);
        if (went.Count > 0)
            batch.Add(
                MoveSql, endpoint, Each(went, row => row.Strand.Person), Each(went, row => row.Strand.Source),
                Each(went, row => row.Strand.MessageType), Each(went, row => row.From), Each(went, row => row.To));
        if (await batch.ExecuteNonQueryAsync() != state.Marked.Count + moved.Count)
            throw new CopyWasFaster();
    }

    /// <summary>Lets the later messages of the person pass one that lies in the error queue.</summary>
    public static async Task LetPass(NpgsqlDataSource database, Received message, CancellationToken ct)
    {
        if (message.Order == 0)
            return;
        await using var pass = database.CreateCommand(PassSql);
        foreach (var value in new object[]
        {
            message.Person!, message.Endpoint, message.Source!, message.MessageType, message.Order,
        })
            pass.Parameters.Add(new() { Value = value });
        await pass.ExecuteNonQueryAsync(ct);
    }

    private static T[] Each<T>(
        List<(Strand Strand, long From, long To)> rows, Func<(Strand Strand, long From, long To), T> value) =>
        [.. rows.Select(value)];
}
