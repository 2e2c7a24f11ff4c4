using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace NaraVard.Platform.Schema;

/// <summary>Brings a service's database to the form that this version needs.</summary>
public static class DatabaseSchema
{
    // Any number will do, as long as every process of every service takes the same one.
    private const long LockKey = 7_110_172_001;

    private const string Foundation = """
        create schema if not exists platform;
        create table if not exists platform.scripts
            (number int primary key, name text not null, applied timestamptz not null default clock_timestamp())
        """;

    /// <summary>
    /// Applies the platform's scripts and then the context's migrations, once, however many processes start together:
    /// the others wait. Throws when the context does not map the platform's tables.
    /// </summary>
    public static async Task Apply(DbContext db, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (db.Model.FindEntityType(typeof(Messaging.Sending.OutboxRow)) is null)
            throw new InvalidOperationException(
                $"{db.GetType().Name} must call modelBuilder.AddPlatformTables() in OnModelCreating.");

        await db.Database.OpenConnectionAsync(ct);
        try
        {
            var connection = (NpgsqlConnection)db.Database.GetDbConnection();
            await Run(connection, null, $"select pg_advisory_lock({LockKey})", ct);
            await ApplyScripts(connection, SchemaScripts.All(), ct);
            // Migrating compares the whole model with the one migrated to; most starts have nothing to migrate.
            if ((await db.Database.GetPendingMigrationsAsync(ct)).Any())
                await db.Database.MigrateAsync(ct);
            await Run(connection, null, $"select pg_advisory_unlock({LockKey})", ct);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>
    /// For a process without a context: applies the scripts of its own assembly in the same way, and none of the
    /// platform's tables; then does, still alone, what must be done once.
    /// </summary>
    internal static async Task Apply(
        NpgsqlDataSource database, Assembly scripts, Func<Task> alone, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await Run(connection, null, $"select pg_advisory_lock({LockKey})", ct);
        await ApplyScripts(connection, SchemaScripts.Of(scripts), ct);
        await alone();
        await Run(connection, null, $"select pg_advisory_unlock({LockKey})", ct);
    }

    private static async Task ApplyScripts(
        NpgsqlConnection connection, IReadOnlyList<SchemaScript> scripts, CancellationToken ct)
    {
        await Run(connection, null, Foundation, ct);
        var applied = await Applied(connection, ct);
        foreach (var script in scripts.Where(script => !applied.Contains(script.Number)))
        {
            await using var transaction = await connection.BeginTransactionAsync(ct);
            await Run(connection, transaction, script.Sql, ct);
            await using var mark = new NpgsqlCommand(
                "insert into platform.scripts (number, name) values ($1, $2)", connection, transaction);
            mark.Parameters.Add(new() { Value = script.Number });
            mark.Parameters.Add(new() { Value = script.Name });
            await mark.ExecuteNonQueryAsync(ct);
            await transaction.CommitAsync(ct);
        }
    }

    private static async Task<HashSet<int>> Applied(NpgsqlConnection connection, CancellationToken ct)
    {
        var numbers = new HashSet<int>();
        await using var command = new NpgsqlCommand("select number from platform.scripts", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            numbers.Add(reader.GetInt32(0));
        return numbers;
    }

    private static async Task Run(
        NpgsqlConnection connection, NpgsqlTransaction? transaction, string sql, CancellationToken ct)
    {
        // Waiting for the lock, and changing a large table, may take longer than a request ever should.
        await using var command = new NpgsqlCommand(sql, connection, transaction) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }
}
