using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NaraVard.Conventions.Tests.Attacks;
using NaraVard.Conventions.Tests.Rows;
using NaraVard.Gateway;
using NaraVard.HouseRules.Tests;
using NaraVard.Platform.Hosting;
using NaraVard.Platform.Persons;
using NaraVard.Testing;

namespace NaraVard.Conventions.Tests.Running;

/// <summary>
/// The Suite as it runs: every service that it knows in one host, the gateway in another, a real database for each
/// service. What is to be tried is found by looking at the two hosts, so that a new service is tried by being there.
/// </summary>
public sealed class RunningSuite : IAsyncLifetime
{
    private readonly SortedDictionary<string, Database> databases = new(StringComparer.Ordinal);
    private TestIdentity? identity;
    private Database? sessions;
    private WebApplication? services;
    private WebApplication? gateway;

    public RunningSuite() => Targets = new(() => Battle.Prepare(this));

    /// <summary>A Friday, 14:05 in Sweden: the desks are open.</summary>
    internal TestClock Clock { get; } = new(new(2026, 11, 20, 13, 5, 0, TimeSpan.Zero));

    internal TestNumbers Numbers { get; } = new();

    internal CapturedLog GatewayLog { get; } = new();

    internal CapturedLog ServiceLog { get; } = new();

    internal TestIdentity Identity => identity!;

    internal WebApplication Services => services!;

    internal WebApplication Gateway => gateway!;

    /// <summary>Every service, and its database.</summary>
    internal IReadOnlyDictionary<string, Database> Databases => databases;

    /// <summary>Every way to call every RPC that the services have.</summary>
    internal IReadOnlyList<Route> Routes { get; private set; } = [];

    /// <summary>What attacks are tried on: prepared once, since no attack may change it.</summary>
    internal Lazy<Task<IReadOnlyList<Target>>> Targets { get; }

    internal Exchange Exchange { get; private set; } = null!;

    internal Witness Witness { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        identity = await TestIdentity.Start(Clock);
        foreach (var module in Suite.Program.Modules)
            databases[module.Name] = await Database.CreateEmpty();
        sessions = await Database.CreateEmpty();
        services = ServiceHost.Build(
            [.. ServiceSettings().Select(Argument)], Suite.Program.Modules, builder => Adjust(builder, ServiceLog));
        await services.StartAsync();
        gateway = await StartGateway(GatewayLog);
        Routes = Route.All(services);
        Exchange = new(this);
        Witness = await Witness.Of(this);
    }

    public async Task DisposeAsync()
    {
        Exchange?.Dispose();
        foreach (var host in (WebApplication?[])[gateway, services])
            if (host is not null)
            {
                await host.StopAsync();
                await host.DisposeAsync();
            }

        foreach (var database in databases.Values)
            await database.DisposeAsync();
        if (sessions is not null)
            await sessions.DisposeAsync();
        if (identity is not null)
            await identity.DisposeAsync();
    }

    /// <summary>Whoever has the person's number finds this key in the services.</summary>
    internal string KeyOf(string number) => Services.Services.GetRequiredService<PersonKeys>().Of(number).ToString();

    /// <summary>All endpoints that a host has.</summary>
    internal static IEnumerable<RouteEndpoint> Endpoints(WebApplication host) =>
        host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    /// <summary>The RPC behind an endpoint; null when it is none.</summary>
    internal static string? RpcOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.FullName;

    /// <summary>A gateway in front of the services, generous unless settings say otherwise.</summary>
    internal async Task<WebApplication> StartGateway(
        CapturedLog log, params (string Name, string Value)[] settings)
    {
        var all = GatewaySettings();
        foreach (var (name, value) in settings)
            all[name] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(all!).Build();
        var host = GatewayHost.Build([], configuration, builder => Adjust(builder, log));
        await host.StartAsync();
        return host;
    }

    private Dictionary<string, string> ServiceSettings()
    {
        var settings = new Dictionary<string, string>
        {
            ["contentRoot"] = Path.Combine(RepositoryRoot.Path, "services/Suite"),
            ["Endpoints:Rpc"] = "http://127.0.0.1:0",
            ["Endpoints:Operations"] = "http://127.0.0.1:0",
            ["Bus:Kind"] = "Memory",
        };
        foreach (var (name, database) in databases)
            settings[$"ConnectionStrings:{name}"] = database.ConnectionString;
        foreach (var (key, value) in TestSecrets.Settings().Concat(Identity.Settings("er-system")))
            settings[key] = value;
        return settings;
    }

    private Dictionary<string, string> GatewaySettings()
    {
        var settings = Identity.Settings();
        foreach (var endpoint in new[] { "Http", "Grpc", "Operations" })
            settings[$"Endpoints:{endpoint}"] = "http://127.0.0.1:0";
        foreach (var limit in new[] { "RequestsPerSecond", "AnonymousRequestsPerSecond", "RequestsBurst" })
            settings[$"Limits:{limit}"] = "100000";
        foreach (var name in databases.Keys)
            settings[$"Services:{name}:Address"] = Services.RpcAddress().GetLeftPart(UriPartial.Authority);
        settings["ConnectionStrings:gateway"] = sessions!.ConnectionString;
        settings["Sessions:PublicAddress"] = "https://naravard.example.org";
        settings["Sessions:ClientSecret"] = "secret";
        settings["Sessions:Keys:first"] = Convert.ToBase64String(new byte[32]);
        settings["Sessions:SealWith"] = "first";
        return settings;
    }

    private void Adjust(WebApplicationBuilder builder, CapturedLog log)
    {
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(log);
        builder.Logging.SetMinimumLevel(LogLevel.Information);
    }

    private static string Argument(KeyValuePair<string, string> setting) => $"--{setting.Key}={setting.Value}";
}

/// <summary>All that tries the Suite shares one, and takes turns.</summary>
[CollectionDefinition(Name)]
public sealed class OneSuite : ICollectionFixture<RunningSuite>
{
    public const string Name = "one suite";
}
