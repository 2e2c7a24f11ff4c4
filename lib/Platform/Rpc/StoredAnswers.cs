using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NaraVard.Platform.Access;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Persons;
using Npgsql;
using NpgsqlTypes;

namespace NaraVard.Platform.Rpc;

/// <summary>
/// The stored answer of one request, in the transaction that is open on the service's own context. It may hold persons'
/// data, and is sealed: not readable at rest.
/// </summary>
internal sealed class StoredAnswers(
    DbContext db, NumberVault vault, string caller, string method, string key, CancellationToken cancellation)
{
    private const string Which = "caller = $1 and method = $2 and key = $3";

    /// <summary>
    /// True when this request is the first. A concurrent one with the same key makes it wait until that one has
    /// committed, then it is not the first; or until that one has failed, then it is.
    /// </summary>
    public async Task<bool> Claim(byte[] requestHash, DateTimeOffset now, TimeSpan keep)
    {
        await using var forget = Command($"delete from platform.idempotency where {Which} and expires <= $4");
        forget.Parameters.Add(new() { Value = now });
        await forget.ExecuteNonQueryAsync(cancellation);

        await using var claim = Command(
            """
            insert into platform.idempotency (caller, method, key, request_hash, expires)
            values ($1, $2, $3, $4, $5) on conflict do nothing
            """);
        claim.Parameters.Add(new() { Value = requestHash });
        claim.Parameters.Add(new() { Value = now + keep });
        return await claim.ExecuteNonQueryAsync(cancellation) == 1;
    }

    public async Task Store(byte[] response, IReadOnlyList<Touched> touched)
    {
        await using var store = Command($"update platform.idempotency set response = $4, touched = $5 where {Which}");
        // The dot: an empty answer is one too, and the vault seals no empty text.
        store.Parameters.Add(new() { Value = vault.Seal("." + Convert.ToBase64String(response)) });
        store.Parameters.Add(new() { Value = Write(touched), NpgsqlDbType = NpgsqlDbType.Jsonb });
        await store.ExecuteNonQueryAsync(cancellation);
    }

    public async Task<StoredAnswer> Read()
    {
        await using var read = Command(
            $"select request_hash, response, touched from platform.idempotency where {Which}");
        await using var row = await read.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return new(
            await row.GetFieldValueAsync<byte[]>(0, cancellation),
            Convert.FromBase64String(vault.Open(await row.GetFieldValueAsync<byte[]>(1, cancellation))[1..]),
            Touches(row.GetString(2)));
    }

    private static string Write(IReadOnlyList<Touched> touched) => JsonSerializer.Serialize(touched.Select(
        one => new[] { one.Person.ToString(), one.ResourceType, one.ResourceId, one.Owner.ToString() }));

    private static List<Touched> Touches(string json) =>
    [
        .. JsonSerializer.Deserialize<string[][]>(json)!.Select(
            one => new Touched(Person(one[0]), one[1], one[2], Organisation.Parse(one[3]))),
    ];

    // Nobody where many were named at once.
    private static PersonKey Person(string text) => PersonKey.TryParse(text, out var key) ? key : default;

    private NpgsqlCommand Command(string sql)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var transaction = (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
        var command = new NpgsqlCommand(sql, connection, transaction);
        command.Parameters.Add(new() { Value = caller });
        command.Parameters.Add(new() { Value = method });
        command.Parameters.Add(new() { Value = key });
        return command;
    }
}

/// <summary>An answer that was given before.</summary>
internal sealed record StoredAnswer(byte[] RequestHash, byte[] Response, IReadOnlyList<Touched> Touched);
