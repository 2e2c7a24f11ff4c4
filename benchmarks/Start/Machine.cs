using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NaraVard.Benchmarks.Measuring;
using NaraVard.Testing;

namespace NaraVard.Benchmarks.Start;

/// <summary>What the suite finds on a machine: PostgreSQL, and the sign-in of the demo.</summary>
internal sealed class Machine : IAsyncDisposable
{
    private readonly PostgreSqlServer cluster;
    private readonly ChildProcess identity;
    private readonly Uri signIn;
    private readonly DirectoryInfo keys;

    private Machine(PostgreSqlServer cluster, ChildProcess identity, Uri signIn, DirectoryInfo keys) =>
        (this.cluster, this.identity, this.signIn, this.keys) = (cluster, identity, signIn, keys);

    /// <summary>The repository, in which the benchmark was built.</summary>
    public static string Repository { get; } = Above(new DirectoryInfo(AppContext.BaseDirectory));

    public string Issuer => $"{signIn.GetLeftPart(UriPartial.Authority)}/realms/naravard";

    public static async Task<Machine> Start()
    {
        var cluster = await PostgreSqlServer.Start("start", isDurable: true);
        await cluster.Execute("create database handoff");
        var keys = Directory.CreateTempSubdirectory("naravard-start-");
        var signIn = Free();
        var identity = await ChildProcess.Start(
            "node",
            [
                Path.Combine(Repository, "eng/dev-identity/main.js"), "--port", $"{signIn.Port}",
                "--keys", keys.FullName,
            ]);
        await identity.Line();
        return new Machine(cluster, identity, signIn, keys);
    }

    public static Uri Free() => new($"http://127.0.0.1:{ServerFolder.FreePort()}");

    /// <summary>What the suite is told.</summary>
    public Dictionary<string, string> Settings()
    {
        var settings = TestSecrets.Settings();
        settings["Identity:Authority"] = settings["Identity:ValidIssuer"] = Issuer;
        settings["Identity:Audience"] = "naravard";
        settings["Identity:AllowHttp"] = "true";
        settings["ConnectionStrings:handoff"] = cluster.ConnectionString("handoff");
        return settings;
    }

    /// <summary>A token of the one at Karlstad's desk.</summary>
    public async Task<string> Token(HttpClient client)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "password",
            ["client_id"] = "naravard-cli",
            ["username"] = "bibbi.karlstad",
            ["password"] = "naravard",
        });
        using var answer = await client.PostAsync($"{Issuer}/protocol/openid-connect/token", form);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!["access_token"]!.GetValue<string>();
    }

    public async ValueTask DisposeAsync()
    {
        await identity.DisposeAsync();
        keys.Delete(recursive: true);
    }

    private static string Above(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "NaraVard.sln")) ? folder.FullName : Above(folder.Parent!);
}
