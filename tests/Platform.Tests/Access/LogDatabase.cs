using NaraVard.Platform.Access;
using NaraVard.Platform.Tests.Sample;
using NaraVard.Testing;
using Npgsql;

namespace NaraVard.Platform.Tests.Access;

/// <summary>A database with an access log, and ways to tamper with it as only an administrator can.</summary>
internal sealed class LogDatabase : IAsyncDisposable
{
    private readonly Database database;
    private readonly List<NpgsqlDataSource> connections = [];

    private LogDatabase(Database database)
    {
        this.database = database;
        Log = NewReplica();
    }

    public AccessLog Log { get; }

    public static async Task<LogDatabase> New()
    {
        var database = new LogDatabase(await Database.CreateFor<SampleDb>());
        return database;
    }

    /// <summary>Another host's log over the same database, with a connection of its own.</summary>
    public AccessLog NewReplica()
    {
        var writing = NpgsqlDataSource.Create(database.ConnectionString + ";Maximum Pool Size=1");
        connections.Add(writing);
        return new AccessLog<SampleDb>(database.Source, writing);
    }

    public async Task Fill(int rows)
    {
        for (var i = 0; i < rows; i++)
            await Log.Append(A.Entry());
    }

    public Task Run(string sql) => database.Execute(sql);

    /// <summary>Runs statements with the triggers off.</summary>
    public async Task Tamper(string sql)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("set session_replication_role = replica; " + sql, connection);
        await command.ExecuteNonQueryAsync();
        command.CommandText = "set session_replication_role = origin";
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var writing in connections)
            await writing.DisposeAsync();
        await database.DisposeAsync();
    }
}
