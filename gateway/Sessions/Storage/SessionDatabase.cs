using Npgsql;

namespace NaraVard.Gateway.Sessions.Storage;

/// <summary>The ways into the gateway's own database.</summary>
internal sealed class SessionDatabase : IAsyncDisposable
{
    public SessionDatabase(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = "gateway",
            CommandTimeout = 15,
            TcpKeepAlive = true,
            MaxAutoPrepare = 20,
        };
        Source = new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
        settings.ApplicationName = "gateway refresh";
        settings.MaxPoolSize = 20;
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
