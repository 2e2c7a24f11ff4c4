using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NaraVard.Platform.Hosting;
using NaraVard.Platform.Schema;
using Npgsql;

namespace NaraVard.Testing;

/// <summary>A database for one test class, cloned from a template that was migrated once.</summary>
public sealed class Database : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<Type, Lazy<Task<string>>> Templates = new();
    private readonly PostgreSqlServer server;

    private Database(PostgreSqlServer server, string name)
    {
        (this.server, Name) = (server, name);
        ConnectionString = server.ConnectionString(name);
        Source = NpgsqlDataSource.Create(ConnectionString + ";Application Name=test");
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>For <c>ConnectionStrings:{service}</c>.</summary>
    public string ConnectionString { get; }

    /// <summary>For looking into it.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>A new database in the form that <typeparamref name="TDb"/> needs.</summary>
    public static async Task<Database> CreateFor<TDb>()
        where TDb : DbContext
    {
        var server = await PostgreSqlServer.Shared;
        var template = await Templates.GetOrAdd(typeof(TDb), _ => new(() => MakeTemplate<TDb>(server))).Value;
        var name = $"test_{Guid.CreateVersion7():N}";
        await server.Execute($"create database {name} template {template}");
        return new Database(server, name);
    }

    /// <summary>An empty database, on the cluster that all share when none is given.</summary>
    public static async Task<Database> CreateEmpty(PostgreSqlServer? server = null)
    {
        server ??= await PostgreSqlServer.Shared;
        var name = $"test_{Guid.CreateVersion7():N}";
        await server.Execute($"create database {name}");
        return new Database(server, name);
    }

    /// <summary>Runs a statement.</summary>
    public async Task Execute(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Answers the first column of the first row.</summary>
    public async Task<T> Ask<T>(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Answers the first column of every row.</summary>
    public async Task<IReadOnlyList<T>> AskAll<T>(string sql)
    {
        var answers = new List<T>();
        await using var command = Source.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            answers.Add(rows.GetFieldValue<T>(0));
        return answers;
    }

    /// <summary>Removes it.</summary>
    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await server.Execute($"drop database if exists {Name} with (force)");
    }

    private static async Task<string> MakeTemplate<TDb>(PostgreSqlServer server)
        where TDb : DbContext
    {
        var name = $"template_{typeof(TDb).Name}_{Guid.CreateVersion7():N}".ToLowerInvariant();
        await server.Execute($"create database {name}");
        await using var connections = new DatabaseConnections<TDb>(
            server.ConnectionString(name) + ";Pooling=false", "template", new DatabaseOptions());
        var options = new DbContextOptionsBuilder<TDb>();
        connections.Configure(options);
        await using (var db = ActivatorUtilities.CreateInstance<TDb>(TestSecrets.Services(), options.Options))
            await DatabaseSchema.Apply(db, CancellationToken.None);
        return name;
    }
}
