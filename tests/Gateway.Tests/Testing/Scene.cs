using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NaraVard.Testing;

namespace NaraVard.Gateway.Tests.Testing;

/// <summary>The gateway as it runs, on free ports, with a sign-in service and services behind it.</summary>
internal sealed class Scene : IAsyncDisposable
{
    private readonly List<Backend> backends = [];
    private readonly WebApplication gateway;

    private Scene(WebApplication gateway, TestIdentity identity, CapturedLog log, IEnumerable<Backend> backends)
    {
        this.gateway = gateway;
        Identity = identity;
        Log = log;
        this.backends.AddRange(backends);
        Http = Client(0, HttpVersion.Version11);
    }

    public TestIdentity Identity { get; }

    /// <summary>Every line that the gateway printed.</summary>
    public CapturedLog Log { get; }

    /// <summary>A client for JSON without a token.</summary>
    public HttpClient Http { get; }

    public Uri GrpcAddress => new(gateway.Urls.ElementAt(1));

    public Uri OperationsAddress => new(gateway.Urls.ElementAt(2));

    public IServiceProvider Services => gateway.Services;

    public static Task<Scene> Start(params Backend[] backends) => With([], backends);

    public static Task<Scene> With(Dictionary<string, string> settings, params Backend[] backends) =>
        With(settings, TimeProvider.System, backends);

    public static async Task<Scene> With(
        Dictionary<string, string> settings, TimeProvider clock, params Backend[] backends)
    {
        var identity = await TestIdentity.Start(clock);
        var all = identity.Settings();
        all["Identity:ClockSkewSeconds"] = "0";
        foreach (var endpoint in new[] { "Http", "Grpc", "Operations" })
            all[$"Endpoints:{endpoint}"] = "http://127.0.0.1:0";
        foreach (var backend in backends)
            all[$"Services:{backend.Name}:Address"] = backend.Address;
        foreach (var (key, value) in settings)
            all[key] = value;

        var log = new CapturedLog();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(all!).Build();
        var gateway = GatewayHost.Build([], configuration, builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton(clock));
            builder.Logging.AddProvider(log);
        });
        await gateway.StartAsync();
        return new(gateway, identity, log, backends);
    }

    /// <summary>A client for JSON that acts for this user; for emergency staff when nobody is said.</summary>
    /// <param name="user">Whom it acts for.</param>
    /// <param name="connected">Told of each connection that it opens.</param>
    public HttpClient As(TestUser? user = null, Action? connected = null)
    {
        var client = Client(0, HttpVersion.Version11, connected);
        client.DefaultRequestHeaders.Authorization = new("Bearer", Identity.Token(user ?? TestUser.ErStaff()));
        return client;
    }

    /// <summary>A setting that the gateway started with.</summary>
    public string Setting(string key) => Services.GetRequiredService<IConfiguration>()[key]!;

    public Task StopGateway() => gateway.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        foreach (var backend in backends)
            await backend.DisposeAsync();
        await gateway.StopAsync();
        await gateway.DisposeAsync();
        await Identity.DisposeAsync();
    }

    private HttpClient Client(int endpoint, Version version, Action? connected = null) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        PlaintextStreamFilter = (connection, _) =>
        {
            connected?.Invoke();
            return new(connection.PlaintextStream);
        },
    })
    {
        BaseAddress = new Uri(gateway.Urls.ElementAt(endpoint)),
        DefaultRequestVersion = version,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };
}

/// <summary>What tests ask of an answer.</summary>
internal static class Answers
{
    /// <summary>The problem that the answer is; fails when it is none.</summary>
    public static async Task<JsonElement> Problem(this HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Contains("instance", text, StringComparison.Ordinal);
        return problem;
    }

    /// <summary>A header of the answer, or null.</summary>
    public static string? Header(this HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;
}
