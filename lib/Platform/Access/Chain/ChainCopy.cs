using Npgsql;

namespace NaraVard.Platform.Access.Chain;

/// <summary>Appends any number of rows, wherever the head is: locks it, copies the rows, moves it.</summary>
internal static class ChainCopy
{
    /// <summary>Where the head was and where it is now.</summary>
    public static async Task<(ChainHead Found, ChainHead Left)> Append(
        NpgsqlConnection connection, IReadOnlyList<AccessEntry> entries)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        var found = await LockHead(connection);
        var chain = new ChainEncoder(found);
        chain.Begin();
        foreach (var entry in entries)
            chain.Add(entry);
        chain.End();
        await Copy(connection, chain.Written);
        await MoveHeadAndCommit(connection, chain.Head);
        return (found, chain.Head);
    }

    private static async Task<ChainHead> LockHead(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            "select position, hash from platform.access_log_head for update", connection);
        await using var reader = await command.ExecuteReaderAsync();
        if (!await reader.ReadAsync())
            throw new InvalidOperationException("The access log has lost its head row.");
        return new(reader.GetInt64(0), await reader.GetFieldValueAsync<byte[]>(1));
    }

    private static async Task Copy(NpgsqlConnection connection, ReadOnlyMemory<byte> rows)
    {
        await using var copy = await connection.BeginRawBinaryCopyAsync(
            $"copy platform.access_log ({ChainColumns.All}) from stdin (format binary)");
        await copy.WriteAsync(rows);
    }

    /// <summary>In one round trip, so that others wait less for the head.</summary>
    private static async Task MoveHeadAndCommit(NpgsqlConnection connection, ChainHead head)
    {
        await using var batch = new NpgsqlBatch(connection);
        var move = new NpgsqlBatchCommand("update platform.access_log_head set position = $1, hash = $2");
        move.Parameters.Add(new NpgsqlParameter<long> { TypedValue = head.Position });
        move.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = head.Hash });
        batch.BatchCommands.Add(move);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("commit"));
        await batch.ExecuteNonQueryAsync();
    }
}
