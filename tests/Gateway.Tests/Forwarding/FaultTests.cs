using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NaraVard.Gateway.Tests.Testing;
using NaraVard.Testing;

namespace NaraVard.Gateway.Tests.Forwarding;

public sealed class FaultTests
{
    private static readonly Dictionary<string, string> Quick = new()
    {
        ["Forwarding:RetryDelayMilliseconds"] = "1",
        ["Forwarding:BreakerFailures"] = "1000",
    };

    [Fact]
    public async Task A_service_that_is_down_is_503_and_the_others_are_unaffected()
    {
        await using var scene = await Scene.With(
            new(Quick) { ["Services:gone:Address"] = Backend.Gone() },
            await Backend.Start("echo", app => app.Run(Backend.Mirror)));
        using var client = scene.As();

        using var dead = await client.GetAsync("/gone/v1/lines");
        using var alive = await client.GetAsync("/echo/v1/lines");

        var problem = await dead.Problem(HttpStatusCode.ServiceUnavailable, "service-unavailable");
        Assert.Contains("gone", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("1", dead.Header("Retry-After"));
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
    }

    [Fact]
    public async Task A_read_is_tried_again_when_the_answer_broke_off()
    {
        await using var backend = await Backend.Start("echo", app => app.Run(FailFirst(1)));
        await using var scene = await Scene.With(Quick, backend);
        using var client = scene.As();

        using var answer = await client.GetAsync("/echo/v1/lines");

        Assert.Equal("whole", await answer.Content.ReadAsStringAsync());
        Assert.Equal(2, backend.Requests);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task A_write_that_may_have_been_done_is_never_tried_again(string method)
    {
        await using var backend = await Backend.Start("echo", app => app.Run(FailFirst(1)));
        await using var scene = await Scene.With(Quick, backend);
        using var client = scene.As();

        using var answer = await client.SendAsync(new(new HttpMethod(method), "/echo/v1/lines"));

        await answer.Problem(HttpStatusCode.BadGateway, "bad-gateway");
        Assert.Equal(1, backend.Requests);
    }

    [Fact]
    public async Task A_write_is_tried_again_when_nothing_of_it_was_sent()
    {
        await using var scene = await Scene.With(
            new(Quick)
            {
                ["Services:late:Address"] = Backend.Gone(),
                ["Forwarding:RetryDelayMilliseconds"] = "2000",
            },
            await Backend.Start("echo", app => app.Run(Backend.Mirror)));
        using var client = scene.As();
        var port = new Uri(scene.Setting("Services:late:Address")).Port;

        var asked = client.PostAsync("/late/v1/lines", new StringContent("once"));
        await using var late = await Backend.Start("late", app => app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            await context.Response.WriteAsync(await reader.ReadToEndAsync());
        }), port: port);
        using var answer = await asked;

        Assert.Equal("once", await answer.Content.ReadAsStringAsync());
        Assert.Equal(1, late.Requests);
    }

    [Fact]
    public async Task A_service_that_takes_too_long_is_504()
    {
        await using var scene = await Scene.With(
            new(Quick) { ["Services:echo:TimeoutSeconds"] = "1" },
            await Backend.Start("echo", app => app.Run(Forever)));
        using var client = scene.As();

        using var answer = await client.GetAsync("/echo/v1/lines");

        await answer.Problem(HttpStatusCode.GatewayTimeout, "deadline-exceeded");
    }

    [Fact]
    public async Task A_service_that_keeps_failing_is_left_alone_and_tried_again_later()
    {
        var clock = new TestClock();
        var isBroken = true;
        await using var backend = await Backend.Start("echo", app => app.Run(context =>
        {
            if (isBroken)
                context.Abort();
            return context.Response.WriteAsync("{}");
        }));
        await using var scene = await Scene.With(
            new() { ["Forwarding:BreakerFailures"] = "3", ["Forwarding:RetriesMax"] = "0" }, clock, backend);
        using var client = scene.As();
        for (var i = 0; i < 3; i++)
            await (await client.GetAsync("/echo/v1/lines")).Problem(HttpStatusCode.BadGateway, "bad-gateway");

        using var leftAlone = await client.GetAsync("/echo/v1/lines");
        isBroken = false;
        clock.Advance(TimeSpan.FromSeconds(6));
        using var triedAgain = await client.GetAsync("/echo/v1/lines");

        await leftAlone.Problem(HttpStatusCode.ServiceUnavailable, "service-unavailable");
        Assert.Equal("5", leftAlone.Header("Retry-After"));
        Assert.Equal(HttpStatusCode.OK, triedAgain.StatusCode);
        Assert.Equal(4, backend.Requests);
    }

    [Fact]
    public async Task An_error_answer_of_a_service_does_not_open_the_breaker()
    {
        await using var backend = await Backend.Start("echo", app => app.Run(context =>
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return context.Response.WriteAsync("{}");
        }));
        await using var scene = await Scene.With(new() { ["Forwarding:BreakerFailures"] = "1" }, backend);
        using var client = scene.As();

        for (var i = 0; i < 3; i++)
            await client.GetAsync("/echo/v1/lines");

        Assert.Equal(3, backend.Requests);
    }

    [Fact]
    public async Task A_caller_that_goes_away_is_nobodys_error()
    {
        var arrived = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        await using var backend = await Backend.Start("echo", app => app.Run(async context =>
        {
            arrived.TrySetResult();
            await Forever(context);
            cancelled.TrySetResult();
        }));
        await using var scene = await Scene.With(new() { ["Forwarding:BreakerFailures"] = "1" }, backend);
        using var client = scene.As();
        using var patience = new CancellationTokenSource();

        var asked = client.GetAsync("/echo/v1/lines", patience.Token);
        await arrived.Task;
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        await cancelled.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await Soon.Holds("the gateway notes it", () => scene.Log.Text.Contains("CallerGone", StringComparison.Ordinal));
        Assert.DoesNotContain("\"warn", scene.Log.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\"error", scene.Log.Text, StringComparison.OrdinalIgnoreCase);
    }

    private static RequestDelegate FailFirst(int times)
    {
        var seen = 0;
        return context =>
        {
            if (Interlocked.Increment(ref seen) > times)
                return context.Response.WriteAsync("whole");
            context.Abort();
            return Task.CompletedTask;
        };
    }

    private static async Task Forever(HttpContext context) =>
        await Task.Delay(Timeout.Infinite, context.RequestAborted)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
