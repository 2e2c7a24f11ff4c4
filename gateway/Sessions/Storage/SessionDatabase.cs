using NaraVard.Platform.Hosting;
using Npgsql;

namespace NaraVard.Gateway.Sessions.Storage;

/// <summary>The ways into the gateway's own database.</summary>
internal sealed class SessionDatabase : IAsyncDisposable
{
    // A turn is a wait for the sign-in service; more of them at once would not make it quicker.
    private const int TurnsMax = 20;

    public SessionDatabase(string connectionString, DatabaseOptions options)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = "gateway",
            MaxPoolSize = options.ConnectionsMax,
            CommandTimeout = options.StatementSeconds,
            TcpKeepAlive = true,
            // What every request asks is planned once per connection.
            MaxAutoPrepare = 20,
        };
        Source = new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
        settings.ApplicationName = "gateway refresh";
        settings.MaxPoolSize = TurnsMax;
        Turns = new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }

    /// <summary>For statements that are over at once.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>
    /// For those who wait for the sign-in service while they hold a connection: nobody else waits for one of these.
    /// </summary>
    public NpgsqlDataSource Turns { get; }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await Turns.DisposeAsync();
    }
}
