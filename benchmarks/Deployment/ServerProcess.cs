using NaraVard.Benchmarks.Measuring;
using NaraVard.Testing;

namespace NaraVard.Benchmarks.Deployment;

/// <summary>One deployable, started from what was built in the configuration of the benchmark, and ready.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    // artifacts/bin/<benchmark>/<configuration>/
    private static readonly DirectoryInfo Built = new(AppContext.BaseDirectory.TrimEnd('/'));

    // In the session of the benchmark, as all that it is compared with: the kernel shares out time by session.
    private readonly ChildProcess process;

    private ServerProcess(ChildProcess process, Uri operations) => (this.process, Operations) = (process, operations);

    /// <summary>Its process id.</summary>
    public int Id => process.Id;

    /// <summary>Where it says its metrics.</summary>
    public Uri Operations { get; }

    /// <summary>A file of the repository.</summary>
    public static string File(string path) =>
        Path.Combine(Built.Parent!.Parent!.Parent!.Parent!.FullName, path);

    /// <summary>Starts it, and waits until it is ready.</summary>
    /// <param name="project">The project's name, such as <c>Gateway</c>.</param>
    /// <param name="settings">As <c>Section:Key</c>.</param>
    /// <param name="arguments">Of its command line.</param>
    public static async Task<ServerProcess> Start(
        string project, IEnumerable<KeyValuePair<string, string>> settings, params string[] arguments)
    {
        var operations = FreeAddress();
        var environment = settings.Append(new("Endpoints:Operations", Address(operations))).ToDictionary(
            setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value);
        var assembly = Path.Combine(Built.Parent!.Parent!.FullName, project, Built.Name, $"NaraVard.{project}.dll");
        var process = await ChildProcess.Start("dotnet", [assembly, .. arguments], environment);
        process.Ignore();
        var server = new ServerProcess(process, operations);
        using var client = new HttpClient();
        await Soon.Holds($"{project} is ready", () => server.IsReady(client));
        return server;
    }

    /// <summary>An address of this machine where nobody listens.</summary>
    public static Uri FreeAddress() => new($"http://127.0.0.1:{ServerFolder.FreePort()}");

    /// <summary>As settings say it.</summary>
    public static string Address(Uri uri) => uri.GetLeftPart(UriPartial.Authority);

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private async Task<bool> IsReady(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(Operations, "/healthz/ready"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
