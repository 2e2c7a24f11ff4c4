using System.Net;
using System.Text.Json;

namespace NaraVard.Grpc.Tests.Json;

/// <summary>Server streams as server-sent events and as lines.</summary>
public sealed class StreamTests
{
    private const string Sse = "text/event-stream";
    private const string Lines = "application/x-ndjson";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Events_carry_cursors_and_end_with_a_marker()
    {
        await using var host = await JsonHost.Start();

        var answer = await host.Send("GET", "/visits/v1/units/nord/changes", headers: ("Accept", Sse));

        Assert.Equal((200, Sse), (answer.Status, answer.Type));
        Assert.Equal("no", answer.Headers["X-Accel-Buffering"]);
        Assert.Equal("no-store, no-transform".Split(", ").Order(), answer.Headers["Cache-Control"].Split(", ").Order());
        var events = answer.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, events.Length);
        Assert.StartsWith(
            "id: 1\ndata: {\"cursor\":\"1\",\"visit\":{\"visitId\":\"å\\n1\"", events[0], StringComparison.Ordinal);
        Assert.StartsWith("id: 2\n", events[1], StringComparison.Ordinal);
        Assert.Equal("event: end\ndata: {}", events[2]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Lines)]
    [InlineData("application/json")]
    [InlineData("*/*")]
    [InlineData("text/event-stream;q=0.1, application/x-ndjson")]
    public async Task Lines_are_the_default_and_end_with_a_marker(string? accept)
    {
        await using var host = await JsonHost.Start();
        (string, string)[] headers = accept is null ? [] : [("Accept", accept)];

        var answer = await host.Send("GET", "/visits/v1/units/nord/changes", headers: headers);

        Assert.Equal((200, Lines), (answer.Status, answer.Type));
        var lines = answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["\"1\"", "\"2\""], lines[..^1].Select(line => Codec.Member(line, "cursor")));
        Assert.Equal("""{"end":{}}""", lines[^1]);
    }

    [Fact]
    public async Task A_stream_in_another_format_is_refused()
    {
        await using var host = await JsonHost.Start();

        var answer = await host.Send("GET", "/visits/v1/units/nord/changes", headers: ("Accept", "text/html"));

        Assert.Equal((406, "application/problem+json"), (answer.Status, answer.Type));
    }

    [Fact]
    public async Task A_stream_resumes_after_the_last_event_seen()
    {
        await using var host = await JsonHost.Start();

        var answer = await host.Send(
            "GET", "/visits/v1/units/nord/changes?cursor=3", headers: [("Accept", Sse), ("Last-Event-ID", "17")]);
        var first = await host.Send("GET", "/visits/v1/units/nord/changes?cursor=3", headers: ("Accept", Sse));
        var posted = await host.Send("POST", "/visits/v1/units/nord/change-searches", """{"cursor": "5"}""");

        Assert.StartsWith("id: 18\n", answer.Text, StringComparison.Ordinal);
        Assert.StartsWith("id: 4\n", first.Text, StringComparison.Ordinal);
        Assert.StartsWith("{\"cursor\":\"6\"", posted.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Sse)]
    [InlineData(Lines)]
    public async Task A_refusal_before_the_first_reply_has_its_own_status(string accept)
    {
        await using var host = await JsonHost.Start();

        var answer = await host.Send("GET", "/visits/v1/units/refused/changes", headers: ("Accept", accept));

        Assert.Equal((403, "application/problem+json"), (answer.Status, answer.Type));
        Assert.Equal("not-yours", answer.Code);
    }

    [Fact]
    public async Task A_failure_after_the_first_reply_is_the_last_event()
    {
        await using var host = await JsonHost.Start();

        var answer = await host.Send("GET", "/visits/v1/units/breaks/changes", headers: ("Accept", Sse));

        var last = answer.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)[^1];
        Assert.StartsWith("event: error\ndata: {", last, StringComparison.Ordinal);
        var problem = JsonDocument.Parse(last["event: error\ndata: ".Length..]).RootElement;
        Assert.Equal("register-down", problem.GetProperty("code").GetString());
        Assert.Equal(503, problem.GetProperty("status").GetInt32());
        Assert.Equal("Registret är nere", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_failure_after_the_first_reply_is_the_last_line()
    {
        await using var host = await JsonHost.Start();

        var answer = await host.Send("GET", "/visits/v1/units/breaks/changes", headers: ("Accept", Lines));

        var lines = answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        var problem = JsonDocument.Parse(lines[^1]).RootElement.GetProperty("error");
        Assert.Equal("register-down", problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_silent_stream_opens_and_beats()
    {
        await using var host = await JsonHost.Start(json =>
        {
            json.OpenAfterMilliseconds = 50;
            json.HeartbeatSeconds = 0.05;
        });

        using var response = await Open(host, "silent", Sse);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(":", await reader.ReadLineAsync().WaitAsync(Patience));
            Assert.Equal("", await reader.ReadLineAsync().WaitAsync(Patience));
        }
    }

    [Fact]
    public async Task A_stream_that_is_open_fails_as_an_event_even_before_its_first_reply()
    {
        await using var host = await JsonHost.Start(json => json.OpenAfterMilliseconds = 20);
        using var response = await Open(host, "late", Sse);

        host.State.LetGo.TrySetResult();
        var text = await response.Content.ReadAsStringAsync().WaitAsync(Patience);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("event: error\ndata: {", text, StringComparison.Ordinal);
        Assert.Contains("register-down", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_leaves_cancels_the_call()
    {
        await using var host = await JsonHost.Start();

        using (await Open(host, "open", Sse))
            await host.State.Streaming.Task.WaitAsync(Patience);

        await host.State.Cancelled.Task.WaitAsync(Patience);
    }

    [Theory]
    [InlineData("open", Sse, "retry: 700\n\n")]
    [InlineData("deaf", Sse, "retry: 700\n\n")]
    [InlineData("open", Lines, "")]
    public async Task A_stopping_host_ends_streams_and_says_when_to_come_back(string unit, string accept, string last)
    {
        await using var host = await JsonHost.Start(json => json.RetryMilliseconds = 700);
        using var response = await Open(host, unit, accept);
        await host.State.Streaming.Task.WaitAsync(Patience);

        var stop = host.Stop();
        var text = await response.Content.ReadAsStringAsync().WaitAsync(Patience);
        host.State.LetGo.TrySetResult();
        await stop.WaitAsync(Patience);

        if (accept == Sse)
            Assert.EndsWith("\n\n" + last, text, StringComparison.Ordinal);
        else
            Assert.Equal(503, JsonDocument.Parse(text.TrimEnd().Split('\n')[^1]).RootElement
                .GetProperty("error").GetProperty("status").GetInt32());
        Assert.DoesNotContain("event: end", text, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> Open(JsonHost host, string unit, string accept)
    {
        var path = new Uri($"/visits/v1/units/{unit}/changes", UriKind.Relative);
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept", accept);
        return host.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).WaitAsync(Patience);
    }
}
