using NaraVard.Platform.Access;
using Npgsql;

namespace NaraVard.Platform.Tests.Access;

/// <summary>A database with an access log, and ways to tamper with it as only an administrator can.</summary>
internal sealed class LogDatabase : IAsyncDisposable
{
    private LogDatabase(NpgsqlDataSource source)
    {
        Source = source;
        Log = NewReplica();
    }

    public NpgsqlDataSource Source { get; }

    public AccessLog Log { get; }

    public static async Task<LogDatabase> New()
    {
        var name = "log_" + Guid.CreateVersion7().ToString("N");
        const string server = "Host=127.0.0.1;Port=55439;Username=naravard;Database=";
        await using (var admin = NpgsqlDataSource.Create(server + "postgres"))
            await admin.CreateCommand($"create database {name}").ExecuteNonQueryAsync();
        var database = new LogDatabase(NpgsqlDataSource.Create(server + name));
        await database.Run("create schema platform");
        foreach (var script in Schema.SchemaScripts.All().Where(script => script.Number is 10 or 11))
            await database.Run(script.Sql);
        return database;
    }

    /// <summary>Another process' log over the same database.</summary>
    public AccessLog NewReplica() => new AccessLog<Sample.SampleDb>(Source);

    public async Task Fill(int rows)
    {
        for (var i = 0; i < rows; i++)
            await Log.Append(A.Entry());
    }

    public Task Run(string sql) => Source.CreateCommand(sql).ExecuteNonQueryAsync();

    /// <summary>Runs statements with the triggers off.</summary>
    public async Task Tamper(string sql)
    {
        await using var connection = await Source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("set session_replication_role = replica; " + sql, connection);
        await command.ExecuteNonQueryAsync();
        command.CommandText = "set session_replication_role = origin";
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => Source.DisposeAsync();
}
