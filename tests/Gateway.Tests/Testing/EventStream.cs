using System.Text;
using System.Text.Json;

namespace NaraVard.Gateway.Tests.Testing;

/// <summary>Server-sent events as a browser reads them.</summary>
internal sealed class EventStream : IDisposable
{
    private readonly Stream stream;
    private readonly byte[] buffer = new byte[4096];
    private string pending = "";

    private EventStream(HttpResponseMessage answer, Stream stream)
    {
        Answer = answer;
        this.stream = stream;
    }

    public HttpResponseMessage Answer { get; }

    public static async Task<EventStream> Open(HttpClient client, string path = "/echo/v1/watch")
    {
        var answer = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead)
            .WaitAsync(TimeSpan.FromMinutes(1));
        return await Of(answer);
    }

    /// <summary>The events of an answer that has begun.</summary>
    public static async Task<EventStream> Of(HttpResponseMessage answer)
    {
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        return new(answer, await answer.Content.ReadAsStreamAsync());
    }

    /// <summary>The next event's lines; null at the end, where one that is not whole is dropped.</summary>
    public async Task<string?> Next()
    {
        while (!pending.Contains("\n\n", StringComparison.Ordinal))
            if (!await Some())
                return null;
        var end = pending.IndexOf("\n\n", StringComparison.Ordinal);
        var lines = pending[..end];
        pending = pending[(end + 2)..];
        return lines;
    }

    /// <summary>Waits for more bytes; false at the end.</summary>
    public async Task<bool> Some()
    {
        var count = await stream.ReadAsync(buffer).AsTask().WaitAsync(TimeSpan.FromMinutes(1));
        pending += Encoding.UTF8.GetString(buffer, 0, count);
        return count > 0;
    }

    /// <summary>The problem that an event named "error" carries.</summary>
    public static JsonElement Problem(string? lines)
    {
        const string head = "event: error\ndata: ";
        Assert.StartsWith(head, lines, StringComparison.Ordinal);
        return JsonDocument.Parse(lines![head.Length..]).RootElement;
    }

    public void Dispose() => Answer.Dispose();
}
