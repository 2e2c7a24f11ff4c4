using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace NaraVard.Platform.Hosting;

/// <summary>
/// The ways into one service's database: pooled for work, one for the access log, and unpooled for listening.
/// </summary>
internal sealed class DatabaseConnections<TDb> : IAsyncDisposable
    where TDb : DbContext
{
    private readonly string listening;

    public DatabaseConnections(string connectionString, string service, DatabaseOptions options)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = service,
            MaxPoolSize = options.ConnectionsMax,
            CommandTimeout = options.StatementSeconds,
            TcpKeepAlive = true,
            // What is asked thousands of times a minute is planned once per connection.
            MaxAutoPrepare = 100,
            // What is set is set for one transaction: there is nothing to take back when a connection is given back.
            NoResetOnClose = true,
        };
        // As a start-up option: it holds for every session from its beginning.
        var idle = $"-c idle_in_transaction_session_timeout={options.IdleInTransactionSeconds}s";
        settings.Options = $"{settings.Options} {idle}".TrimStart();
        // Without a logger: it would tell every statement at Information, and what goes wrong is thrown.
        Source = new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
        settings.ApplicationName = service + " access log";
        settings.MaxPoolSize = 1;
        AccessLog = new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
        settings.ApplicationName = service + " listener";
        settings.Pooling = false;
        settings.Timeout = 5;
        listening = settings.ConnectionString;
    }

    /// <summary>The pool.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>
    /// The one connection that writes the access log. Requests wait for the log while they hold connections of the
    /// pool, so it must not wait for one of those.
    /// </summary>
    public NpgsqlDataSource AccessLog { get; }

    /// <summary>A connection of its own, outside the pool, not yet opened.</summary>
    public NpgsqlConnection Dedicated() => new(listening);

    /// <summary>How the context uses the pool.</summary>
    public DbContextOptionsBuilder Configure(DbContextOptionsBuilder context) => context
        .UseNpgsql(Source, npgsql => npgsql.MigrationsHistoryTable("migrations", "platform"))
        // What goes wrong is thrown, mapped and told once, by whoever called; a lost race is not an error at all.
        .ConfigureWarnings(warnings => warnings.Log(
            (RelationalEventId.CommandExecuted, LogLevel.Debug),
            (RelationalEventId.CommandError, LogLevel.Debug),
            (RelationalEventId.ConnectionError, LogLevel.Debug),
            (CoreEventId.SaveChangesFailed, LogLevel.Debug),
            (CoreEventId.OptimisticConcurrencyException, LogLevel.Debug),
            (CoreEventId.QueryIterationFailed, LogLevel.Debug)));

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await AccessLog.DisposeAsync();
    }
}
