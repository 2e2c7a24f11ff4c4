using System.Collections.Concurrent;
using System.Text.Json;
using NaraVard.Testing;

namespace NaraVard.EndToEnd.Tests.Running;

/// <summary>
/// The deployment that the journeys go through: sign-in, PostgreSQL, RabbitMQ, the service and the gateway, each a
/// process of its own, and everything that they say.
/// </summary>
public sealed class TestRun : IAsyncLifetime, IDisposable
{
    /// <summary>The gateway ends a stream that is silent for longer; heartbeats come oftener.</summary>
    public const int StreamIdleSeconds = 13;

    private const string Realm = "charts/naravard/realm.json";
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> tokens = new(StringComparer.Ordinal);
    private readonly HttpClient client = new() { Timeout = TimeSpan.FromMinutes(1) };
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("naravard-journeys-");
    private Database? database;
    private Deployable? identity;
    private Deployable? nginx;

    internal Spoken Spoken { get; } = new();

    internal Patients Patients { get; } = new();

    internal RabbitMqNode Broker { get; private set; } = null!;

    internal Tap Events { get; private set; } = null!;

    internal Deployable Service { get; private set; } = null!;

    internal Deployable Gateway { get; private set; } = null!;

    /// <summary>JSON, server-sent events and documents.</summary>
    internal Uri Http { get; private set; } = null!;

    /// <summary>As <see cref="Http"/>, with an nginx in between.</summary>
    internal Uri Front { get; } = Free();

    /// <summary>Where people sign in.</summary>
    internal Uri SignInAt { get; } = Free();

    /// <summary>gRPC over cleartext HTTP/2.</summary>
    internal Uri Grpc { get; private set; } = null!;

    private string Issuer => $"{Address(SignInAt)}/realms/naravard";

    public async Task InitializeAsync()
    {
        var broker = RabbitMqNode.Start();
        await StartIdentity();
        var cluster = await PostgreSqlServer.Start("journeys", line => Spoken.Add("PostgreSQL log", line));
        database = await Database.CreateEmpty(cluster);
        Broker = await broker;
        Events = await Tap.Open(Broker, Spoken);
        var rpc = Free();
        Service = Describe(rpc);
        Gateway = Describe(Http = Free(), Grpc = Free(), rpc);
        nginx = await NginxFront.Describe(Front, Http, folder, client, Spoken);
        await Task.WhenAll(Service.Start(), Gateway.Start(), nginx.Start());
    }

    public async Task DisposeAsync()
    {
        foreach (var deployable in (Deployable?[])[nginx, Gateway, Service, identity])
            if (deployable is not null)
                await deployable.Stop();
        if (database is not null)
            await database.DisposeAsync();
        if (Broker is not null)
            await Broker.DisposeAsync();
        folder.Delete(recursive: true);
    }

    public void Dispose() => client.Dispose();

    /// <summary>A person of the realm, signed in with a password as any client of the public API does.</summary>
    internal async Task<Member> SignIn(string userName) =>
        new(client, Http, await tokens.GetOrAdd(userName, name => new(() => Token(name))).Value, Spoken);

    /// <summary>How many events are stored and not yet confirmed by the broker.</summary>
    internal Task<long> Unsent() => database!.Ask<long>("select count(*) from platform.outbox");

    /// <summary>Ends the session in which the service stores a handoff, at that very statement.</summary>
    internal async Task InterruptStoring(Func<Task> store)
    {
        await using var connection = await database!.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var hold = connection.CreateCommand();
        hold.CommandText = "lock table handoffs in share mode";
        await hold.ExecuteNonQueryAsync();
        var storing = store();
        await Soon.Holds("a session that stores is ended", async () => await database.Ask<long>(
            "select count(pg_terminate_backend(pid)) from pg_stat_activity " +
            "where wait_event_type = 'Lock' and query like 'INSERT INTO handoffs%'") > 0);
        await transaction.RollbackAsync();
        await storing;
    }

    private async Task StartIdentity()
    {
        var keys = Path.Combine(folder.FullName, "identity");
        identity = new Deployable(
            "dev-identity",
            [
                "node", Places.File("eng/dev-identity/main.js"), "--port", $"{SignInAt.Port}", "--realm",
                Places.File(Realm), "--keys", keys,
            ],
            [], new Uri($"{Issuer}/.well-known/openid-configuration"), client, Spoken);
        await identity.Start();
    }

    private Deployable Describe(Uri rpc)
    {
        var operations = Free();
        var settings = new Dictionary<string, string>(TestSecrets.Settings().Concat(Identity()))
        {
            ["Endpoints:Rpc"] = Address(rpc),
            ["Endpoints:Operations"] = Address(operations),
            ["ConnectionStrings:handoff"] = database!.ConnectionString,
        };
        foreach (var (key, value) in Broker.Settings("/"))
            settings[key] = value!;
        // The desks of the demo county.
        string[] command = ["dotnet", Places.Assembly("Handoff"), "--contentRoot", Places.File("services/Suite")];
        return new("handoff", command, settings, Readiness(operations), client, Spoken);
    }

    private Deployable Describe(Uri http, Uri grpc, Uri rpc)
    {
        var operations = Free();
        var settings = new Dictionary<string, string>(Identity())
        {
            ["Endpoints:Http"] = Address(http),
            ["Endpoints:Grpc"] = Address(grpc),
            ["Endpoints:Operations"] = Address(operations),
            ["Services:handoff:Address"] = Address(rpc),
            ["Limits:StreamIdleSeconds"] = $"{StreamIdleSeconds}",
        };
        return new("gateway", ["dotnet", Places.Assembly("Gateway")], settings, Readiness(operations), client, Spoken);
    }

    private Dictionary<string, string> Identity() => new()
    {
        ["Identity:Authority"] = Issuer,
        ["Identity:ValidIssuer"] = Issuer,
        ["Identity:Audience"] = "naravard",
        ["Identity:AllowHttp"] = "true",
    };

    private async Task<string> Token(string userName)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "password",
            ["client_id"] = "naravard-cli",
            ["username"] = userName,
            ["password"] = "naravard",
        });
        using var answer = await client.PostAsync($"{Issuer}/protocol/openid-connect/token", form);
        answer.EnsureSuccessStatusCode();
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return body.RootElement.GetProperty("access_token").GetString()!;
    }

    private static Uri Free() => new($"http://127.0.0.1:{ServerFolder.FreePort()}");

    private static Uri Readiness(Uri operations) => new(operations, "/healthz/ready");

    private static string Address(Uri uri) => uri.GetLeftPart(UriPartial.Authority);
}
