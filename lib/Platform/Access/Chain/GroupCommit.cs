using Npgsql;

namespace NaraVard.Platform.Access.Chain;

/// <summary>
/// Adds entries to the chain. Writers that come while a transaction runs share the next one: the head row's lock is
/// taken once for all of them, in this process and among replicas.
/// </summary>
internal sealed class GroupCommit(NpgsqlDataSource database)
{
    private const int RowsPerTransactionMax = 2_000;
    private readonly Lock gate = new();
    private Queue<Waiting> waiting = new();
    private bool isWriting;

    /// <summary>Returns when the entries are in the log for good; throws when they could not be written.</summary>
    public Task Append(IReadOnlyList<AccessEntry> entries)
    {
        if (entries.Count == 0)
            return Task.CompletedTask;
        var mine = new Waiting(entries);
        lock (gate)
        {
            waiting.Enqueue(mine);
            if (isWriting)
                return mine.Written.Task;
            isWriting = true;
        }

        _ = Task.Run(WriteAll);
        return mine.Written.Task;
    }

    private async Task WriteAll()
    {
        while (Next() is { Count: > 0 } group)
        {
            try
            {
                await Write(group);
                group.ForEach(member => member.Written.SetResult());
            }
            catch (Exception fault)
            {
                group.ForEach(member => member.Written.SetException(fault));
            }
        }
    }

    private List<Waiting> Next()
    {
        lock (gate)
        {
            var group = new List<Waiting>();
            var rows = 0;
            while (waiting.TryPeek(out var first) && (rows == 0 || rows + first.Entries.Count <= RowsPerTransactionMax))
            {
                group.Add(waiting.Dequeue());
                rows += first.Entries.Count;
            }

            isWriting = group.Count > 0;
            return group;
        }
    }

    private async Task Write(List<Waiting> group)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var chain = await LockHead(connection);
        chain.Begin();
        foreach (var entry in group.SelectMany(member => member.Entries))
            chain.Add(entry);
        chain.End();
        await Copy(connection, chain.Written);
        await MoveHeadAndCommit(connection, chain);
    }

    private static async Task<ChainEncoder> LockHead(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            "select position, hash from platform.access_log_head for update", connection);
        await using var reader = await command.ExecuteReaderAsync();
        if (!await reader.ReadAsync())
            throw new InvalidOperationException("The access log has lost its head row.");
        return new ChainEncoder(reader.GetInt64(0), await reader.GetFieldValueAsync<byte[]>(1));
    }

    private static async Task Copy(NpgsqlConnection connection, ReadOnlyMemory<byte> rows)
    {
        await using var copy = await connection.BeginRawBinaryCopyAsync(
            $"copy platform.access_log ({ChainColumns.All}) from stdin (format binary)");
        await copy.WriteAsync(rows);
    }

    /// <summary>In one round trip, so that others wait less for the head.</summary>
    private static async Task MoveHeadAndCommit(NpgsqlConnection connection, ChainEncoder chain)
    {
        await using var batch = new NpgsqlBatch(connection);
        var move = new NpgsqlBatchCommand("update platform.access_log_head set position = $1, hash = $2");
        move.Parameters.Add(new NpgsqlParameter<long> { TypedValue = chain.Position });
        move.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = chain.Hash });
        batch.BatchCommands.Add(move);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("commit"));
        await batch.ExecuteNonQueryAsync();
    }

    private sealed class Waiting(IReadOnlyList<AccessEntry> entries)
    {
        public IReadOnlyList<AccessEntry> Entries { get; } = entries;

        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
