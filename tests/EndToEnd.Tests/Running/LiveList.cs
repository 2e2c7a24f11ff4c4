using System.Text.Json.Nodes;
using NaraVard.Testing;

namespace NaraVard.EndToEnd.Tests.Running;

/// <summary>One event of a live list.</summary>
/// <param name="Connection">The number of the connection that it came on, from 1.</param>
internal sealed record LiveEvent(string Kind, JsonNode Data, int Connection)
{
    public string? HandoffId => (string?)(Data["handoff"]?["handoffId"] ?? Data["removedHandoffId"]);

    public string? State => (string?)Data["handoff"]?["state"];

    public string? Version => (string?)Data["handoff"]?["version"];

    public bool Is(Patient patient) => HandoffId == patient.HandoffId.ToString();
}

/// <summary>
/// A live list as a browser follows it: server-sent events, and after a lost connection a new one that says the last
/// id.
/// </summary>
internal sealed class LiveList(Uri gateway, string path, string token) : IAsyncDisposable
{
    private readonly HttpClient client = new() { BaseAddress = gateway, Timeout = TimeSpan.FromMinutes(1) };
    private readonly Lock gate = new();
    private readonly List<LiveEvent> events = [];
    private CancellationTokenSource cut = new();
    private Task reading = Task.CompletedTask;

    public IReadOnlyList<LiveEvent> Events
    {
        get
        {
            lock (gate)
                return [.. events];
        }
    }

    /// <summary>How often it has connected.</summary>
    public int Connections { get; private set; }

    /// <summary>What the browser sends when it comes back.</summary>
    public string LastEventId { get; private set; } = "";

    /// <summary>True when the connection has ended from the other side.</summary>
    public bool IsLost => reading.IsCompleted;

    /// <summary>When set, the line goes dead right after the first event for which it holds.</summary>
    public Func<LiveEvent, bool>? CutAfter { get; set; }

    /// <summary>Connects as soon as the gateway and the service let it.</summary>
    public async Task Connect()
    {
        await Disconnect();
        cut = new CancellationTokenSource();
        HttpResponseMessage? answer = null;
        await Soon.Holds("the live list opens", async () => (answer = await TryOpen()) is not null);
        Connections++;
        reading = Read(answer!, Connections, cut.Token);
    }

    /// <summary>Drops the connection.</summary>
    public async Task Disconnect()
    {
        await cut.CancelAsync();
        await reading;
    }

    /// <summary>The first event, now or later, for which the condition holds.</summary>
    public async Task<LiveEvent> Next(string what, Func<LiveEvent, bool> condition)
    {
        LiveEvent? found = null;
        await Soon.Holds(
            $"on the live list: {what}; it has {string.Join(", ", Events.Select(one => one.Kind))}",
            () => (found = Events.FirstOrDefault(condition)) is not null);
        return found!;
    }

    public async ValueTask DisposeAsync()
    {
        await Disconnect();
        client.Dispose();
        cut.Dispose();
    }

    private async Task<HttpResponseMessage?> TryOpen()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new("Bearer", token);
        request.Headers.Accept.Add(new("text/event-stream"));
        if (LastEventId.Length > 0)
            request.Headers.Add("Last-Event-ID", LastEventId);
        try
        {
            var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cut.Token);
            if (answer.Content.Headers.ContentType?.MediaType == "text/event-stream")
                return answer;
            answer.Dispose();
        }
        catch (HttpRequestException)
        {
            // Nobody listens yet.
        }

        return null;
    }

    private async Task Read(HttpResponseMessage answer, int connection, CancellationToken stop)
    {
        using var _ = answer;
        try
        {
            using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(stop));
            var lines = new List<string>();
            while (await reader.ReadLineAsync(stop) is { } line)
            {
                if (line.Length > 0)
                    lines.Add(line);
                else if (!Take(lines, connection))
                    return;
                else
                    lines.Clear();
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The line went dead; an event that is not whole is dropped, as browsers do.
        }
    }

    private bool Take(List<string> lines, int connection)
    {
        if (Field(lines, "id") is { } id)
            LastEventId = id;
        if (Field(lines, "data") is not { } data)
            return true;
        var json = JsonNode.Parse(data)!;
        var told = new LiveEvent(Field(lines, "event") ?? (string?)json["kind"] ?? "", json, connection);
        lock (gate)
            events.Add(told);
        return CutAfter?.Invoke(told) != true;
    }

    private static string? Field(List<string> lines, string name) =>
        lines.LastOrDefault(line => line.StartsWith(name + ": ", StringComparison.Ordinal))?[(name.Length + 2)..];
}
