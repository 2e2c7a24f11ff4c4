using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace NaraVard.Benchmarks.Handoff;

/// <summary>A handoff in one version, as a desk's live list told it.</summary>
/// <param name="At">Of <see cref="Stopwatch"/>.</param>
internal readonly record struct Sighting(Guid Id, long Version, long At);

/// <summary>A desk that has its live list open, as a browser does: server-sent events over HTTP/1.1.</summary>
internal sealed class Watcher(HttpClient client, string kommun, string token)
{
    private readonly TaskCompletionSource complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Sighting> seen = new(8192);

    public string Kommun => kommun;

    /// <summary>What it was told, in order. To be read when <see cref="Watch"/> has ended.</summary>
    public IReadOnlyList<Sighting> Seen => seen;

    /// <summary>When the first picture is whole.</summary>
    public Task Ready => complete.Task;

    /// <summary>Follows until told to stop; a list that ends by itself is an error.</summary>
    public async Task Watch(Uri gateway, CancellationToken stop)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(gateway, "/handoff/v1/handoff-changes"));
            request.Headers.Authorization = new("Bearer", token);
            request.Headers.Accept.Add(new("text/event-stream"));
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            answer.EnsureSuccessStatusCode();
            using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(stop));
            while (await lines.ReadLineAsync(stop) is { } line)
                if (line.StartsWith("data: ", StringComparison.Ordinal))
                    Take(line, Stopwatch.GetTimestamp());
            throw new InvalidOperationException($"The live list of {kommun} ended.");
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // All is told.
        }
    }

    private void Take(string line, long now)
    {
        using var told = JsonDocument.Parse(line.AsMemory("data: ".Length));
        switch (told.RootElement.GetProperty("kind").GetString())
        {
            case "CHANGE_KIND_CHANGED":
                var handoff = told.RootElement.GetProperty("handoff");
                var version = long.Parse(handoff.GetProperty("version").GetString()!, CultureInfo.InvariantCulture);
                lock (seen)
                    seen.Add(new(handoff.GetProperty("handoffId").GetGuid(), version, now));
                break;
            case "CHANGE_KIND_SNAPSHOT_END":
                complete.TrySetResult();
                break;
            case "CHANGE_KIND_HEARTBEAT":
                break;
            case var other:
                throw new InvalidOperationException($"The live list of {kommun} said {other}: {line}");
        }
    }

    /// <summary>How many changes it was told so far.</summary>
    public int Count
    {
        get
        {
            lock (seen)
                return seen.Count;
        }
    }
}
