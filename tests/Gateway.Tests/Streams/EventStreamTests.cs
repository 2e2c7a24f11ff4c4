using System.Net;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NaraVard.Gateway.Tests.Testing;
using NaraVard.Testing;

namespace NaraVard.Gateway.Tests.Streams;

public sealed class EventStreamTests
{
    [Fact]
    public async Task Lives_past_the_idle_limit_and_the_timeout_of_answers_while_heartbeats_come()
    {
        var said = Channel.CreateUnbounded<string>();
        await using var scene = await Scene.With(
            new() { ["Limits:StreamIdleSeconds"] = "5", ["Services:echo:TimeoutSeconds"] = "5" },
            await Backend.Start("echo", app => app.Run(context => Say(context, said.Reader))));
        using var stream = await EventStream.Open(scene.As());
        var begun = TimeProvider.System.GetTimestamp();

        await Soon.Holds("the stream is older than both limits", async () =>
        {
            await said.Writer.WriteAsync(":\n\n");
            await stream.Next();
            return TimeProvider.System.GetElapsedTime(begun) > TimeSpan.FromSeconds(6);
        });
        await said.Writer.WriteAsync("id: 9\ndata: {}\n\n");
        Assert.Equal("id: 9\ndata: {}", await stream.Next());
    }

    [Fact]
    public async Task Ends_when_nothing_moves_any_more()
    {
        await using var scene = await Scene.With(
            new() { ["Limits:StreamIdleSeconds"] = "1" },
            await Backend.Start("echo", app => app.Run(Silent)));
        using var stream = await EventStream.Open(scene.As());

        await Assert.ThrowsAnyAsync<IOException>(() => stream.Next().WaitAsync(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task Tells_that_it_is_open_and_passes_each_event_as_it_comes_unbuffered_and_uncompressed()
    {
        var said = Channel.CreateUnbounded<string>();
        await using var scene = await Scene.Start(
            await Backend.Start("echo", app => app.Run(context => Say(context, said.Reader))));
        var client = scene.As();
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip, br");

        using var stream = await EventStream.Open(client);
        var first = stream.Next();
        var came = first.IsCompleted;
        await said.Writer.WriteAsync("data: 1\n\n");

        Assert.False(came);
        Assert.Equal("data: 1", await first.WaitAsync(TimeSpan.FromMinutes(1)));
        Assert.Null(stream.Answer.Header("Content-Encoding"));
        Assert.Null(stream.Answer.Content.Headers.ContentLength);
        Assert.Equal("no-store, no-transform", stream.Answer.Header("Cache-Control"));
        Assert.Equal("no", stream.Answer.Header("X-Accel-Buffering"));
    }

    [Fact]
    public async Task Is_replayed_from_the_cursor_that_the_client_sends()
    {
        await using var scene = await Scene.Start(await Backend.Start("echo", app => app.Run(context =>
        {
            context.Response.ContentType = "text/event-stream";
            return context.Response.WriteAsync($"data: after {context.Request.Headers["Last-Event-ID"]}\n\n");
        })));
        var client = scene.As();
        client.DefaultRequestHeaders.Add("Last-Event-ID", "17");

        using var stream = await EventStream.Open(client);

        Assert.Equal("data: after 17", await stream.Next());
    }

    [Fact]
    public async Task Ends_with_a_problem_401_when_the_token_expires()
    {
        var clock = new TestClock();
        var said = Channel.CreateUnbounded<string>();
        var left = new TaskCompletionSource();
        await using var scene = await Scene.With([], clock, await Backend.Start("echo", app => app.Run(async context =>
        {
            await Say(context, said.Reader);
            left.TrySetResult();
        })));
        using var stream = await EventStream.Open(scene.As());
        await said.Writer.WriteAsync("data: 1\n\n");
        Assert.Equal("data: 1", await stream.Next());

        clock.Advance(TimeSpan.FromMinutes(4));
        await said.Writer.WriteAsync("data: 2\n\n");
        Assert.Equal("data: 2", await stream.Next());
        clock.Advance(TimeSpan.FromSeconds(61));

        var problem = EventStream.Problem(await stream.Next());
        Assert.Equal(401, problem.GetProperty("status").GetInt32());
        Assert.Equal("token-expired", problem.GetProperty("code").GetString());
        Assert.Null(await stream.Next());
        await left.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Ends_with_a_short_lived_token_on_the_real_clock()
    {
        await using var scene = await Scene.Start(await Backend.Start("echo", app => app.Run(Silent)));
        var client = scene.Http;
        client.DefaultRequestHeaders.Authorization = new("Bearer", scene.Identity.Token(
            TestUser.Bistandsbedomare(), token => token.Expires = token.IssuedAt!.Value.AddSeconds(6)));
        using var stream = await EventStream.Open(client);

        var problem = EventStream.Problem(await stream.Next().WaitAsync(TimeSpan.FromMinutes(1)));
        using var again = await client.GetAsync("/echo/v1/watch");

        Assert.Equal(401, problem.GetProperty("status").GetInt32());
        await again.Problem(HttpStatusCode.Unauthorized, "token-expired");
    }

    [Fact]
    public async Task Never_ends_in_the_middle_of_an_event_with_something_that_is_not_part_of_it()
    {
        var clock = new TestClock();
        var said = Channel.CreateUnbounded<string>();
        await using var scene = await Scene.With(
            [], clock, await Backend.Start("echo", app => app.Run(context => Say(context, said.Reader))));
        using var stream = await EventStream.Open(scene.As());
        await said.Writer.WriteAsync("data: half of");
        await stream.Some();

        clock.Advance(TimeSpan.FromMinutes(6));

        Assert.Null(await stream.Next());
    }

    [Fact]
    public async Task Tells_the_client_to_come_back_when_the_gateway_stops()
    {
        await using var scene = await Scene.Start(await Backend.Start("echo", app => app.Run(Silent)));
        using var stream = await EventStream.Open(scene.As());

        var stopped = scene.StopGateway();

        Assert.Equal("retry: 1000", await stream.Next());
        Assert.Null(await stream.Next());
        await stopped.WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Tells_the_client_to_come_back_when_it_has_lasted_as_long_as_a_stream_may()
    {
        var clock = new TestClock();
        await using var scene = await Scene.With(
            new() { ["Limits:StreamMinutesMax"] = "2" }, clock,
            await Backend.Start("echo", app => app.Run(Silent)));
        using var stream = await EventStream.Open(scene.As());

        clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal("retry: 1000", await stream.Next());
    }

    [Fact]
    public async Task Ends_with_a_problem_when_the_service_dies()
    {
        var said = Channel.CreateUnbounded<string>();
        await using var backend = await Backend.Start("echo", app => app.Run(async context =>
        {
            await Say(context, said.Reader);
            context.Abort();
        }));
        await using var scene = await Scene.Start(backend);
        using var stream = await EventStream.Open(scene.As());
        await said.Writer.WriteAsync("data: 1\n\n");
        Assert.Equal("data: 1", await stream.Next());

        said.Writer.Complete();

        Assert.Equal(503, EventStream.Problem(await stream.Next()).GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task Lines_of_JSON_end_with_an_error_line()
    {
        var clock = new TestClock();
        await using var scene = await Scene.With([], clock, await Backend.Start("echo", app => app.Run(async context =>
        {
            context.Response.ContentType = "application/x-ndjson";
            await context.Response.WriteAsync("{\"number\":1}\n");
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        })));
        using var client = scene.As();
        using var answer = await client.GetAsync("/echo/v1/watch", HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        Assert.Equal("{\"number\":1}", await lines.ReadLineAsync());

        clock.Advance(TimeSpan.FromMinutes(6));

        var last = JsonDocument.Parse((await lines.ReadLineAsync())!).RootElement;
        Assert.Equal("token-expired", last.GetProperty("error").GetProperty("code").GetString());
        Assert.Null(await lines.ReadLineAsync());
    }

    private static Task Silent(HttpContext context) => Say(context, Channel.CreateUnbounded<string>().Reader);

    private static async Task Say(HttpContext context, ChannelReader<string> said)
    {
        context.Response.ContentType = "text/event-stream";
        await context.Response.Body.FlushAsync();
        try
        {
            await foreach (var text in said.ReadAllAsync(context.RequestAborted))
                await context.Response.WriteAsync(text);
        }
        catch (OperationCanceledException)
        {
            // The gateway has let go of the stream.
        }
    }
}
