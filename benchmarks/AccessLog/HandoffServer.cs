using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NaraVard.Handoff;
using NaraVard.Platform.Hosting;
using NaraVard.Testing;
using Client = NaraVard.Contracts.Handoff.V1.HandoffService.HandoffServiceClient;

namespace NaraVard.Benchmarks.AccessLog;

/// <summary>The Handoff service as it runs, on a database of its own that flushes to disk.</summary>
internal sealed class HandoffServer : IAsyncDisposable
{
    private readonly WebApplication host;
    private readonly TestIdentity identity;
    private readonly GrpcChannel channel;

    private HandoffServer(WebApplication host, TestIdentity identity, Database database)
    {
        (this.host, this.identity, Database) = (host, identity, database);
        channel = GrpcChannel.ForAddress(host.RpcAddress());
    }

    public Database Database { get; }

    public Uri Address => host.RpcAddress();

    public Client Client => new(channel);

    public Platform.Access.AccessLog Log =>
        host.Services.GetRequiredKeyedService<Platform.Access.AccessLog>("handoff");

    /// <summary>Starts it; without its log it is what the log's cost is measured against.</summary>
    public static async Task<HandoffServer> Start(
        PostgreSqlServer cluster, TestIdentity identity, bool hasLog = true)
    {
        var database = await Database.CreateEmpty(cluster);
        Dictionary<string, string> settings = new()
        {
            ["contentRoot"] = Path.Combine(Repository(), "services/Suite"),
            ["Logging:LogLevel:Default"] = "Warning",
            ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning",
            ["Endpoints:Rpc"] = "http://127.0.0.1:0",
            ["Endpoints:Operations"] = "http://127.0.0.1:0",
            ["ConnectionStrings:handoff"] = database.ConnectionString,
            ["Bus:Kind"] = "Memory",
        };
        foreach (var (key, value) in TestSecrets.Settings().Concat(identity.Settings()))
            settings[key] = value;
        var host = ServiceHost.Build(
            [.. settings.Select(setting => $"--{setting.Key}={setting.Value}")],
            hasLog ? new HandoffModule() : new Unlogged(new HandoffModule()));
        await host.StartAsync();
        return new HandoffServer(host, identity, database);
    }

    /// <summary>A token for as long as a benchmark takes.</summary>
    public string Token(TestUser user) =>
        identity.Token(user, token => token.Expires = token.IssuedAt!.Value.AddHours(1));

    /// <summary>What a client of this user sends with each call.</summary>
    public Metadata Headers(TestUser user) => new() { { "authorization", $"Bearer {Token(user)}" } };

    public async ValueTask DisposeAsync()
    {
        channel.Dispose();
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

    /// <summary>The service, composed without what writes the access log around each RPC.</summary>
    private sealed class Unlogged(IModule module) : IModule
    {
        public string Name => module.Name;

        public void Add(IHostApplicationBuilder builder)
        {
            module.Add(builder);
            builder.Services.PostConfigure<GrpcServiceOptions>(grpc =>
            {
                var log = grpc.Interceptors.Single(interceptor => interceptor.Type.Name == "AccessInterceptor");
                grpc.Interceptors.Remove(log);
            });
        }

        public void Map(IEndpointRouteBuilder app) => module.Map(app);
    }
}
