using NaraVard.Testing;

namespace NaraVard.EndToEnd.Tests.Running;

/// <summary>One process of the deployment, which can be ended and started again on the same ports.</summary>
internal sealed class Deployable(
    string name, IReadOnlyList<string> command, Dictionary<string, string> settings, Uri ready, HttpClient client,
    Spoken spoken)
{
    private OwnedProcess? process;

    /// <summary>Starts it, and waits until it is ready.</summary>
    public async Task Start()
    {
        var environment = settings.ToDictionary(
            setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value);
        var starting = process = await OwnedProcess.Start(
            null, "/usr/bin/env", command, environment, line => spoken.Add(name, line));
        await Soon.Holds($"{name} is ready", () => IsReady(starting));
    }

    /// <summary>Tells it to end, as Kubernetes does, or ends it as a crash does.</summary>
    public Task Stop(bool abruptly = false) =>
        process is { HasExited: false } ? process.Signal(abruptly ? "KILL" : "TERM") : Task.CompletedTask;

    /// <summary>What its readiness page says; all that it says is kept.</summary>
    public Task<string> Readiness() => Page(ready);

    /// <summary>What its metrics page says.</summary>
    public Task<string> Metrics() => Page(new Uri(ready, "/metrics"));

    private async Task<string> Page(Uri address)
    {
        var page = await client.GetStringAsync(address);
        spoken.Add($"{name} {address.AbsolutePath}", page);
        return page;
    }

    private async Task<bool> IsReady(OwnedProcess starting)
    {
        if (starting.HasExited)
            throw new InvalidOperationException($"{name} did not start: {starting.Output}");
        try
        {
            using var answer = await client.GetAsync(ready);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
