using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using NaraVard.Listing;
using NaraVard.Platform.Hosting;
using NaraVard.Testing;

namespace NaraVard.Benchmarks.Listing;

/// <summary>The Listing service as it runs, on a database of its own that flushes to disk.</summary>
internal sealed class ListingServer : IAsyncDisposable
{
    private readonly WebApplication host;
    private readonly TestIdentity identity;

    private ListingServer(WebApplication host, TestIdentity identity, Database database)
    {
        (this.host, this.identity, Database) = (host, identity, database);
        Channel = Connect();
    }

    public Database Database { get; }

    public GrpcChannel Channel { get; }

    /// <summary>A connection of its own.</summary>
    public GrpcChannel Connect() => GrpcChannel.ForAddress(host.RpcAddress());

    public static async Task<ListingServer> Start(PostgreSqlServer cluster, TestIdentity identity)
    {
        var database = await Database.CreateEmpty(cluster);
        Dictionary<string, string> settings = new()
        {
            ["contentRoot"] = Path.Combine(Repository(), "services/Suite"),
            ["Logging:LogLevel:Default"] = "Warning",
            ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning",
            ["Endpoints:Rpc"] = "http://127.0.0.1:0",
            ["Endpoints:Operations"] = "http://127.0.0.1:0",
            ["ConnectionStrings:listing"] = database.ConnectionString,
            ["Bus:Kind"] = "Memory",
            // Nobody is assigned a clinic while the region is being made.
            ["ListingPolicy:StepSeconds"] = "3600",
        };
        foreach (var (key, value) in TestSecrets.Settings().Concat(identity.Settings()))
            settings[key] = value;
        var host = ServiceHost.Build(
            [.. settings.Select(setting => $"--{setting.Key}={setting.Value}")], new ListingModule());
        await host.StartAsync();
        return new ListingServer(host, identity, database);
    }

    /// <summary>What a client of this user sends with each call, for as long as a benchmark takes.</summary>
    public Metadata Headers(TestUser user)
    {
        var token = identity.Token(user, token => token.Expires = token.IssuedAt!.Value.AddHours(1));
        return new() { { "authorization", $"Bearer {token}" } };
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await host.StopAsync();
        await host.DisposeAsync();
        await Database.DisposeAsync();
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "NaraVard.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("Not inside the repository.");
        return folder.FullName;
    }
}
