using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NaraVard.Gateway.Tests.Testing;
using NaraVard.Testing;

namespace NaraVard.Gateway.Tests;

public sealed class LimitTests
{
    [Fact]
    public async Task A_caller_that_asks_too_often_is_told_when_to_come_back_and_slows_nobody_else()
    {
        await using var scene = await Scene.With(
            new() { ["Limits:RequestsBurst"] = "3", ["Limits:RequestsPerSecond"] = "1" },
            await Backend.Start("echo", app => app.Run(Backend.Mirror)));
        using var eager = scene.As();
        using var other = scene.As(TestUser.Bistandsbedomare());

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => eager.GetAsync("/echo/v1/lines")));
        using var allowed = await other.GetAsync("/echo/v1/lines");

        Assert.True(answers.Count(answer => answer.StatusCode == HttpStatusCode.OK) >= 3);
        var refused = answers.First(answer => answer.StatusCode != HttpStatusCode.OK);
        await refused.Problem(HttpStatusCode.TooManyRequests, "rate-limited");
        Assert.InRange(int.Parse(refused.Header("Retry-After")!, CultureInfo.InvariantCulture), 1, 60);
        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
    }

    [Fact]
    public async Task Bad_tokens_are_limited_by_address()
    {
        await using var scene = await Scene.With(
            new() { ["Limits:AnonymousRequestsPerSecond"] = "1" },
            await Backend.Start("echo", app => app.Run(Backend.Mirror)));

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => scene.Http.GetAsync("/echo/v1/lines")));

        Assert.Equal(
            [HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests],
            answers.Select(answer => answer.StatusCode).Distinct().Order());
    }

    [Fact]
    public async Task A_caller_has_no_more_open_requests_than_allowed()
    {
        var release = new TaskCompletionSource();
        await using var backend = await Backend.Start("echo", app => app.Run(async context =>
        {
            await release.Task;
            await context.Response.WriteAsync("{}");
        }));
        await using var scene = await Scene.With(new() { ["Limits:OpenRequestsMax"] = "2" }, backend);
        using var client = scene.As();
        var open = new[] { client.GetAsync("/echo/v1/a"), client.GetAsync("/echo/v1/b") };
        await Soon.Holds("both are open", () => backend.Requests == 2);

        using var third = await client.GetAsync("/echo/v1/c");
        release.SetResult();

        await third.Problem(HttpStatusCode.TooManyRequests, "rate-limited");
        Assert.All(await Task.WhenAll(open), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_is_too_large_is_413_announced_or_not(bool isAnnounced)
    {
        await using var scene = await Scene.With(
            new() { ["Limits:BodyBytesMax"] = "2048" },
            await Backend.Start("echo", app => app.Run(async context =>
            {
                await context.Request.Body.CopyToAsync(Stream.Null);
                await context.Response.WriteAsync("{}");
            })));
        using var client = scene.As();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/echo/v1/lines")
        {
            Content = new ByteArrayContent(new byte[4096]),
        };
        request.Headers.TransferEncodingChunked = !isAnnounced;

        using var answer = await client.SendAsync(request);

        await answer.Problem(HttpStatusCode.RequestEntityTooLarge, "body-too-large");
    }

    [Fact]
    public async Task Headers_that_are_too_large_are_431()
    {
        await using var scene = await Scene.With(
            new() { ["Limits:HeaderBytesMax"] = "4096" },
            await Backend.Start("echo", app => app.Run(Backend.Mirror)));
        using var client = scene.As();
        client.DefaultRequestHeaders.Add("x-much", new string('a', 8192));

        using var answer = await client.GetAsync("/echo/v1/lines");

        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, answer.StatusCode);
    }
}
