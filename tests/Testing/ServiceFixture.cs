using System.Net;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NaraVard.Platform.Access;
using NaraVard.Platform.Hosting;

namespace NaraVard.Testing;

/// <summary>
/// A service as it runs: real host on free ports, real PostgreSQL, tokens from a sign-in service, a clock that stands
/// still, and everything that it prints. Derive from it to say more settings.
/// </summary>
/// <typeparam name="TModule">The service.</typeparam>
/// <typeparam name="TDb">Its context.</typeparam>
public class ServiceFixture<TModule, TDb> : IAsyncLifetime
    where TModule : IModule, new()
    where TDb : DbContext
{
    private readonly TModule module = new();
    private Database? database;
    private TestIdentity? identity;
    private WebApplication? host;
    private GrpcChannel? channel;

    /// <summary>The time for the service and for tokens.</summary>
    public TestClock Clock { get; } = new();

    /// <summary>Every line that the service printed.</summary>
    public CapturedLog Log { get; } = new();

    /// <summary>Who issues tokens.</summary>
    public TestIdentity Identity => identity ?? throw NotStarted();

    /// <summary>The service's database.</summary>
    public Database Database => database ?? throw NotStarted();

    /// <summary>The service's parts.</summary>
    public IServiceProvider Services => Host.Services;

    /// <summary>The service's access log.</summary>
    public AccessLog AccessLog => Services.GetRequiredKeyedService<AccessLog>(module.Name);

    /// <summary>gRPC and JSON over HTTP/2.</summary>
    public Uri Address => Host.RpcAddress();

    /// <summary>Metrics and health over HTTP/1.1.</summary>
    public Uri Operations => Host.OperationsAddress();

    private WebApplication Host => host ?? throw NotStarted();

    /// <summary>A client for JSON that sends this token; nobody's when null.</summary>
    public HttpClient Json(string? token)
    {
        var client = new HttpClient
        {
            BaseAddress = Address,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

    /// <summary>A client for JSON that acts for this user.</summary>
    public HttpClient Json(TestUser user) => Json(Identity.Token(user));

    /// <summary>For gRPC clients that send this token; nobody's when null.</summary>
    public CallInvoker Rpc(string? token)
    {
        channel ??= GrpcChannel.ForAddress(Address);
        return channel.Intercept(new Signed(token));
    }

    /// <summary>For gRPC clients that act for this user.</summary>
    public CallInvoker Rpc(TestUser user) => Rpc(Identity.Token(user));

    public virtual async Task InitializeAsync()
    {
        identity = await TestIdentity.Start(Clock);
        database = await Database.CreateFor<TDb>();
        host = ServiceHost.Build(Arguments(), [module], Adjust);
        await host.StartAsync();
    }

    public virtual async Task DisposeAsync()
    {
        channel?.Dispose();
        if (host is not null)
        {
            await host.StopAsync();
            await host.DisposeAsync();
        }

        if (database is not null)
            await database.DisposeAsync();
        if (identity is not null)
            await identity.DisposeAsync();
    }

    /// <summary>More settings of the service.</summary>
    protected virtual Dictionary<string, string> Settings() => [];

    private string[] Arguments()
    {
        var settings = new Dictionary<string, string>
        {
            ["Endpoints:Rpc"] = "http://127.0.0.1:0",
            ["Endpoints:Operations"] = "http://127.0.0.1:0",
            ["ConnectionStrings:" + module.Name] = Database.ConnectionString,
            ["Bus:Kind"] = "Memory",
        };
        foreach (var (key, value) in TestSecrets.Settings().Concat(Identity.Settings("er-system")).Concat(Settings()))
            settings[key] = value;
        return [.. settings.Select(setting => $"--{setting.Key}={setting.Value}")];
    }

    private void Adjust(WebApplicationBuilder builder)
    {
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(Log);
        builder.Logging.SetMinimumLevel(LogLevel.Debug);
    }

    private static InvalidOperationException NotStarted() => new("The fixture has not started.");
}
