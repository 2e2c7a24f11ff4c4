using Npgsql;

namespace NaraVard.Platform.Access.Chain;

/// <summary>
/// Adds entries to the chain. Writers that come while a transaction runs share the next one: the head row's lock is
/// taken once for all of them, in this process and among replicas. A process that writes alone remembers the head.
/// </summary>
internal sealed class GroupCommit(NpgsqlDataSource database)
{
    private const int RowsPerTransactionMax = 2_000;
    private readonly Lock gate = new();
    private Queue<Waiting> waiting = new();
    private bool isWriting;

    // Of whoever writes at the moment: where this process left the head, and whether nobody else has moved it lately.
    private ChainHead? head;
    private bool isAlone;

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
        AccessEntry[] entries = [.. group.SelectMany(member => member.Entries)];
        await using var connection = await database.OpenConnectionAsync();
        var left = head;
        head = null;
        if (isAlone && left is not null && entries.Length <= ChainInsert.RowsMax)
        {
            head = await ChainInsert.TryAppend(connection, left, entries);
            isAlone = head is not null;
            if (isAlone)
                return;
        }

        (var found, head) = await ChainCopy.Append(connection, entries);
        isAlone = found.IsSame(left);
    }

    private sealed class Waiting(IReadOnlyList<AccessEntry> entries)
    {
        public IReadOnlyList<AccessEntry> Entries { get; } = entries;

        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
