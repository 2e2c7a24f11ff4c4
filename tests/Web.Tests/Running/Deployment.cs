using NaraVard.Testing;

namespace NaraVard.Web.Tests.Running;

/// <summary>Sign-in, PostgreSQL, the service and the gateway with its web client, each a process of its own.</summary>
internal sealed class Deployment : IAsyncDisposable
{
    private const string WebSecret = "only-for-tests";
    private const string Realm = "charts/naravard/realm.json";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("naravard-web-");
    private readonly HttpClient client = new() { Timeout = TimeSpan.FromMinutes(1) };
    private readonly List<OwnedProcess> processes = [];
    private readonly Uri identity = Free();
    private readonly Uri gatewayOperations = Free();
    private Database? handoffs;
    private Database? sessions;
    private OwnedProcess? gateway;

    /// <summary>Where people go.</summary>
    public Uri Gateway { get; } = Free();

    /// <summary>The service itself, past the gateway (HTTP/2).</summary>
    public Uri Service { get; } = Free();

    public string Issuer => $"{Address(identity)}/realms/naravard";

    public async Task Start()
    {
        var signIn = StartIdentity();
        handoffs = await Database.CreateEmpty();
        sessions = await Database.CreateEmpty();
        await signIn;
        await Task.WhenAll(StartService(), StartGateway());
    }

    /// <summary>Ends the gateway, as when it is deployed anew.</summary>
    public Task StopGateway() => gateway!.Signal("TERM");

    /// <summary>Starts it on the same address and database.</summary>
    public async Task StartGateway()
    {
        var settings = new Dictionary<string, string>(Identity())
        {
            ["Endpoints:Http"] = Address(Gateway),
            ["Endpoints:Grpc"] = Address(Free()),
            ["Endpoints:Operations"] = Address(gatewayOperations),
            ["Services:handoff:Address"] = Address(Service),
            ["ConnectionStrings:gateway"] = sessions!.ConnectionString,
            ["Sessions:PublicAddress"] = Address(Gateway),
            ["Sessions:AllowHttp"] = "true",
            ["Sessions:ClientSecret"] = WebSecret,
            ["Sessions:Keys:k1"] = Convert.ToBase64String([.. Enumerable.Repeat((byte)5, 32)]),
            ["Sessions:SealWith"] = "k1",
            // One machine stands for a whole hospital here.
            ["Limits:RequestsPerSecond"] = "10000",
        };
        gateway = await Run("gateway", ["dotnet", Places.Assembly("Gateway")], settings, gatewayOperations);
    }

    /// <summary>Ends all sessions, as when their time is over.</summary>
    public Task EndSessions() => sessions!.Execute("update gateway.sessions set ends_at = now() - interval '1 minute'");

    /// <summary>The session that was begun last has been idle so long that it ends in so many seconds.</summary>
    public Task Idle(int secondsLeft) => sessions!.Execute(
        $"""
        update gateway.sessions set seen_at = now() - interval '30 minutes' + interval '{secondsLeft} seconds'
        where ends_at = (select max(ends_at) from gateway.sessions)
        """);

    /// <summary>A handoff comes as if so many minutes earlier; past its desk's target, when it is due.</summary>
    public Task MadeOlder(Patient patient, int minutes, bool isDue = false) => handoffs!.Execute(
        $"""
        update handoffs set
            received_at = received_at - interval '{minutes} minutes',
            due_at = case when {isDue} then now() - interval '1 minute' else due_at end,
            history = (
                select jsonb_agg(entry || jsonb_build_object(
                    'At', (entry->>'At')::timestamptz - interval '{minutes} minutes'))
                from jsonb_array_elements(history) entry)
        where id = '{patient.Id}'
        """);

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes.Where(process => !process.HasExited))
            await process.Signal("TERM");
        if (handoffs is not null)
            await handoffs.DisposeAsync();
        if (sessions is not null)
            await sessions.DisposeAsync();
        client.Dispose();
        folder.Delete(recursive: true);
    }

    private Task<OwnedProcess> StartIdentity() => Run(
        "sign-in",
        [
            "node", Places.File("eng/dev-identity/main.js"), "--port", $"{identity.Port}", "--realm",
            Places.File(Realm), "--keys", Path.Combine(folder.FullName, "identity"),
        ],
        new() { ["NARAVARD_WEB_SECRET"] = WebSecret, ["NARAVARD_WEB_BACKCHANNEL_URL"] = Address(Gateway) },
        new Uri($"{Issuer}/.well-known/openid-configuration"));

    private async Task StartService()
    {
        var operations = Free();
        var settings = new Dictionary<string, string>(TestSecrets.Settings().Concat(Identity()))
        {
            ["Endpoints:Rpc"] = Address(Service),
            ["Endpoints:Operations"] = Address(operations),
            ["ConnectionStrings:handoff"] = handoffs!.ConnectionString,
        };
        // The desks of the demo county.
        string[] command = ["dotnet", Places.Assembly("Handoff"), "--contentRoot", Places.File("services/Suite")];
        await Run("handoff", command, settings, operations);
    }

    private Dictionary<string, string> Identity() => new()
    {
        ["Identity:Authority"] = Issuer,
        ["Identity:ValidIssuer"] = Issuer,
        ["Identity:Audience"] = "naravard",
        ["Identity:AllowHttp"] = "true",
    };

    private async Task<OwnedProcess> Run(
        string name, string[] command, Dictionary<string, string> settings, Uri ready)
    {
        var environment = settings.ToDictionary(
            setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value);
        var process = await OwnedProcess.Start(null, "/usr/bin/env", command, environment);
        processes.Add(process);
        var page = ready.AbsolutePath == "/" ? new Uri(ready, "/healthz/ready") : ready;
        await Soon.Holds($"{name} is ready", () => IsReady(name, process, page));
        return process;
    }

    private async Task<bool> IsReady(string name, OwnedProcess process, Uri page)
    {
        if (process.HasExited)
            throw new InvalidOperationException($"{name} did not start: {process.Output}");
        try
        {
            using var answer = await client.GetAsync(page);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static Uri Free() => new($"http://127.0.0.1:{ServerFolder.FreePort()}");

    private static string Address(Uri uri) => uri.GetLeftPart(UriPartial.Authority);
}
