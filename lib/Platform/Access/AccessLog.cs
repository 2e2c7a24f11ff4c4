using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NaraVard.Platform.Access.Chain;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Persons;
using Npgsql;
using NpgsqlTypes;

namespace NaraVard.Platform.Access;

/// <summary>The access log of one service, in the service's own database (DOMAIN B8.5).</summary>
public abstract class AccessLog
{
    private const string Concerns = "($1 is null or organisation = $1 or resource_owner = $1)";
    private readonly NpgsqlDataSource database;
    private readonly GroupCommit writer;

    private protected AccessLog(NpgsqlDataSource database, NpgsqlDataSource writing)
    {
        this.database = database;
        writer = new GroupCommit(writing);
    }

    /// <summary>Returns when the entries are in the log for good; throws when they could not be written.</summary>
    public Task Append(params IReadOnlyList<AccessEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return writer.Append(entries);
    }

    /// <summary>Reads the whole log and finds every row that is not as it was written, and every gap.</summary>
    /// <param name="anchor">What an earlier verification answered, kept outside the database; null for none.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Verification> Verify(ChainAnchor? anchor = null, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(
            System.Data.IsolationLevel.RepeatableRead, cancellation);
        var check = await Head(connection, anchor, cancellation);
        await using var rows = await connection.BeginRawBinaryCopyAsync(
            $"copy (select {ChainColumns.All} from platform.access_log order by position) to stdout (format binary)",
            cancellation);
        await new ChainReader(rows).ReadAll(check, cancellation);
        return check.Result();
    }

    /// <summary>Everything that has been done with a person's data, oldest first.</summary>
    /// <param name="person">The person.</param>
    /// <param name="organisation">
    /// Only what this organisation's users did, and what was done with its data; null for everything.
    /// </param>
    /// <param name="also">Under what else the person is in the log; null for nothing.</param>
    /// <param name="cancellation">Gives up.</param>
    public IAsyncEnumerable<AccessRow> ExtractFor(
        PersonKey person, Organisation? organisation = null, LoggedAs? also = null,
        CancellationToken cancellation = default) =>
        Rows(
            $"""
            where (person = any ($2) or person is null and split_part(resource_id, '/', 1) = any ($3)) and {Concerns}
            order by position
            """,
            [
                Organisation(organisation),
                new() { Value = (Guid[])[person.Value, .. (also?.FormerKeys ?? []).Select(key => key.Value)] },
                new() { Value = (also?.Resources ?? []).ToArray() },
            ],
            cancellation);

    /// <summary>
    /// A random sample for the systematic checks that the law asks for. The same seed gives the same sample of the same
    /// period, so that a documented check can be looked at again.
    /// </summary>
    public IAsyncEnumerable<AccessRow> SpotChecks(
        int count, DateTimeOffset from, DateTimeOffset until, long seed,
        Organisation? organisation = null, CancellationToken cancellation = default) =>
        Rows(
            $"where at >= $2 and at < $3 and {Concerns} order by sha256(hash || int8send($4)), position limit $5",
            [
                Organisation(organisation), new() { Value = from.ToUniversalTime() },
                new() { Value = until.ToUniversalTime() }, new() { Value = seed }, new() { Value = count },
            ],
            cancellation);

    private static NpgsqlParameter Organisation(Organisation? organisation) =>
        new() { Value = (object?)organisation?.ToString() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    private static async Task<ChainCheck> Head(
        NpgsqlConnection connection, ChainAnchor? anchor, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select position, hash from platform.access_log_head", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new ChainCheck(reader.GetInt64(0), await reader.GetFieldValueAsync<byte[]>(1, cancellation), anchor)
            : new ChainCheck(0, new byte[ChainColumns.HashBytes], anchor);
    }

    private async IAsyncEnumerable<AccessRow> Rows(
        string which, NpgsqlParameter[] parameters, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"select {ChainColumns.All} from platform.access_log {which}");
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            yield return AccessRows.Read(reader);
    }
}

/// <summary>The access log that lives beside the tables of <typeparamref name="TDb"/>.</summary>
public sealed class AccessLog<TDb> : AccessLog
    where TDb : DbContext
{
    /// <param name="database">For reading.</param>
    /// <param name="writing">For appending, with a connection that nobody else can take.</param>
    internal AccessLog(NpgsqlDataSource database, NpgsqlDataSource writing)
        : base(database, writing)
    {
    }
}
