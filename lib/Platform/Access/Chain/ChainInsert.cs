using Npgsql;

namespace NaraVard.Platform.Access.Chain;

/// <summary>
/// Appends a few rows in one round trip, by a process that knows where the head is because it left it there.
/// </summary>
internal static class ChainInsert
{
    public const int RowsMax = 64;

    // The trigger of the head lets it go forward only: when it is not where it was left, all of the batch is undone.
    private const string MoveHead =
        """
        update platform.access_log_head
        set position = case when position = $1 and hash = $2 then $3 else position end, hash = $4
        """;

    private const string AddRows =
        $"""
        insert into platform.access_log ({ChainColumns.All})
        select * from unnest(
            $1::bigint[], $2::timestamptz[], $3::boolean[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
            $9::boolean[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[],
            $17::text[], $18::text[], $19::text[], $20::text[], $21::uuid[], $22::text[], $23::text[], $24::bytea[],
            $25::bytea[])
        """;

    /// <summary>The new head; null with nothing done when the head is somewhere else.</summary>
    public static async Task<ChainHead?> TryAppend(
        NpgsqlConnection connection, ChainHead from, IReadOnlyList<AccessEntry> entries)
    {
        var chain = new ChainEncoder(from);
        var hashes = new List<byte[]>(entries.Count + 1) { from.Hash };
        foreach (var entry in entries)
        {
            chain.Add(entry);
            hashes.Add(chain.Head.Hash);
        }

        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Move(from, chain.Head));
        batch.BatchCommands.Add(Add(from, entries, hashes));
        await batch.PrepareAsync();
        try
        {
            await batch.ExecuteNonQueryAsync();
            return chain.Head;
        }
        catch (PostgresException moved) when (moved.SqlState == PostgresErrorCodes.RestrictViolation)
        {
            return null;
        }
    }

    private static NpgsqlBatchCommand Move(ChainHead from, ChainHead to)
    {
        var move = new NpgsqlBatchCommand(MoveHead);
        move.Parameters.Add(new NpgsqlParameter<long> { TypedValue = from.Position });
        move.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = from.Hash });
        move.Parameters.Add(new NpgsqlParameter<long> { TypedValue = to.Position });
        move.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = to.Hash });
        return move;
    }

    private static NpgsqlBatchCommand Add(ChainHead from, IReadOnlyList<AccessEntry> entries, List<byte[]> hashes)
    {
        var add = new NpgsqlBatchCommand(AddRows);
        var position = from.Position;
        Column(_ => ++position);
        Column(entry => entry.At.ToUniversalTime());
        Column(entry => entry.IsAllowed);
        Text(entry => entry.Code);
        Text(entry => ActivityNames.Of(entry.Activity));
        Text(entry => entry.Method);
        Text(entry => entry.Purpose);
        Text(entry => entry.Reason);
        Column(entry => entry.IsEmergency);
        Text(entry => entry.Subject);
        Text(entry => entry.HsaId);
        Text(entry => entry.UserName);
        Text(entry => entry.UserTitle);
        Text(entry => entry.Unit);
        Text(entry => entry.Caregiver);
        Text(entry => entry.Organisation);
        Text(entry => entry.Client);
        Text(entry => entry.ResourceType);
        Text(entry => entry.ResourceId);
        Text(entry => entry.ResourceOwner);
        Column(entry => entry.Person?.Value);
        Text(entry => entry.RequestId);
        Text(entry => entry.TraceId);
        add.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = [.. hashes.SkipLast(1)] });
        add.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = [.. hashes.Skip(1)] });
        return add;

        void Text(Func<AccessEntry, string?> column) => Column(entry => ChainText.Of(column(entry)));

        void Column<T>(Func<AccessEntry, T> column) =>
            add.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = [.. entries.Select(column)] });
    }
}
