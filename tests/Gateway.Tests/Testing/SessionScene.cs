using Microsoft.AspNetCore.Builder;
using NaraVard.Platform.Options;
using NaraVard.Testing;

namespace NaraVard.Gateway.Tests.Testing;

/// <summary>Replicas of a gateway with sign-in for browsers, a database, a sign-in service, and a service.</summary>
internal sealed class SessionScene : IAsyncDisposable
{
    public const string Public = "https://naravard.example.org";
    private readonly Dictionary<string, string> settings;

    private SessionScene(
        TestClock clock, CodeProvider provider, Database database, Backend service,
        Dictionary<string, string> settings) =>
        (Clock, Provider, Database, Service, this.settings) = (clock, provider, database, service, settings);

    public TestClock Clock { get; }

    public CodeProvider Provider { get; }

    public Database Database { get; }

    /// <summary>Mirrors what it is asked under <c>/echo/v1</c>; <c>/echo/v1/watch</c> goes on.</summary>
    public Backend Service { get; }

    public List<Scene> Replicas { get; } = [];

    /// <summary>For what a browser asks elsewhere.</summary>
    public HttpClient Outside { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <summary>All that the replicas have said.</summary>
    public string Log => string.Concat(Replicas.Select(replica => replica.Log.Text));

    public static async Task<SessionScene> Start(int replicas = 1, params (string Key, string Value)[] more)
    {
        var clock = new TestClock();
        var provider = await CodeProvider.Start(clock);
        var database = await Database.CreateEmpty();
        var settings = provider.Settings();
        settings["ConnectionStrings:gateway"] = database.ConnectionString;
        settings["Sessions:PublicAddress"] = Public;
        settings["Sessions:Keys:first"] = Convert.ToBase64String([.. Enumerable.Repeat((byte)5, 32)]);
        settings["Sessions:SealWith"] = "first";
        foreach (var (key, value) in more)
            settings[key] = value;
        var service = await Backend.Start("echo", Map);
        settings["Services:echo:Address"] = service.Address;
        var scene = new SessionScene(clock, provider, database, service, settings);
        try
        {
            await Task.WhenAll(Enumerable.Range(0, replicas).Select(_ => scene.AddReplica()));
            return scene;
        }
        catch (InvalidConfiguration)
        {
            await scene.DisposeAsync();
            throw;
        }
    }

    /// <summary>One more of the same, with all that is in the database.</summary>
    public async Task AddReplica(params (string Key, string Value)[] more)
    {
        var own = new Dictionary<string, string>(settings);
        foreach (var (key, value) in more)
            own[key] = value;
        var replica = await Scene.With(own, Clock);
        lock (Replicas)
            Replicas.Add(replica);
    }

    /// <summary>A browser whose user has signed in.</summary>
    public async Task<Browser> SignedIn()
    {
        var browser = new Browser(this);
        Assert.Equal("/board", await browser.SignIn());
        return browser;
    }

    /// <summary>How many sessions the database has.</summary>
    public Task<long> Sessions() => Database.Ask<long>("select count(*) from gateway.sessions");

    public async ValueTask DisposeAsync()
    {
        Outside.Dispose();
        foreach (var replica in Replicas)
            await replica.DisposeAsync();
        await Service.DisposeAsync();
        await Provider.DisposeAsync();
        await Database.DisposeAsync();
    }

    private static void Map(WebApplication app)
    {
        app.MapGet("/echo/v1/watch", async context =>
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.Body.WriteAsync("data: first\n\n"u8.ToArray());
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        app.MapFallback("{**path}", Backend.Mirror);
    }
}
