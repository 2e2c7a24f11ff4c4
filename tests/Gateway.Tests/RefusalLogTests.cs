using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NaraVard.Gateway.Tests.Testing;
using NaraVard.Testing;

namespace NaraVard.Gateway.Tests;

/// <summary>Every refused request leaves one line; it names neither what was asked for nor the token.</summary>
public sealed class RefusalLogTests
{
    private const string Route = "/echo/v{version:int}/{**resource}";
    private const string Path = "/echo/v1/visits/019c2f4e-7a10-7c3b-9d55-0242ac120002";

    [Fact]
    public async Task Of_nobody()
    {
        await using var scene = await Scene();

        using var answer = await Send(scene.Http, HttpMethod.Get);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        HasOneLine(scene, "not-signed-in", "GET", "unknown");
    }

    [Fact]
    public async Task Of_a_forged_token_which_is_not_in_it()
    {
        await using var scene = await Scene();
        var token = scene.Identity.Forged(TestUser.ErStaff());
        scene.Http.DefaultRequestHeaders.Authorization = new("Bearer", token);

        using var answer = await Send(scene.Http, HttpMethod.Get);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        HasOneLine(scene, "token-invalid", "GET", "unknown");
        Assert.All(
            token.Split('.'), part => Assert.DoesNotContain(part, scene.Log.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_caller_without_an_organisation()
    {
        await using var scene = await Scene();
        using var client = scene.As(TestUser.ErStaff() with { Organization = null });

        using var answer = await Send(client, HttpMethod.Get);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        HasOneLine(scene, "organisation-missing", "GET", "unknown");
    }

    [Fact]
    public async Task Of_a_caller_that_asks_too_often()
    {
        await using var scene = await Scene(("Limits:RequestsBurst", "1"), ("Limits:RequestsPerSecond", "1"));
        using var client = scene.As();
        await client.GetAsync("/echo/v1/lines");

        using var answer = await Send(client, HttpMethod.Get);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        HasOneLine(scene, "rate-limited", "GET", TestUser.ErStaff().Client);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_a_body_that_is_too_large_announced_or_not(bool isAnnounced)
    {
        await using var scene = await Scene(("Limits:BodyBytesMax", "2048"));
        using var client = scene.As();

        using var answer = await Send(client, HttpMethod.Post, new byte[4096], isAnnounced);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        HasOneLine(scene, "body-too-large", "POST", isAnnounced ? "unknown" : TestUser.ErStaff().Client);
    }

    private static async Task<Scene> Scene(params (string Key, string Value)[] settings) =>
        await Testing.Scene.With(
            settings.ToDictionary(setting => setting.Key, setting => setting.Value),
            await Backend.Start("echo", app => app.Run(async context =>
            {
                await context.Request.Body.CopyToAsync(Stream.Null);
                await context.Response.WriteAsync("{}");
            })));

    private static async Task<HttpResponseMessage> Send(
        HttpClient client, HttpMethod verb, byte[]? body = null, bool isAnnounced = true)
    {
        using var request = new HttpRequestMessage(verb, Path);
        request.Headers.Add("x-request-id", "request-of-the-test");
        if (body is not null)
            request.Content = new ByteArrayContent(body);
        if (!isAnnounced)
            request.Headers.TransferEncodingChunked = true;
        return await client.SendAsync(request);
    }

    private static void HasOneLine(Scene scene, string code, string verb, string client)
    {
        var lines = scene.Log.Text.Split('\n').Where(line => line.Contains("request-of-the-test")).ToList();
        var line = JsonNode.Parse(Assert.Single(lines))!;
        Assert.Equal("information", (string?)line["level"]);
        var values = line["values"]!;
        Assert.Equal(
            (code, verb, Route, client, "request-of-the-test"),
            ((string?)values["Code"], (string?)values["Verb"], (string?)values["Route"], (string?)values["Client"],
                (string?)values["RequestId"]));
        Assert.DoesNotContain("019c2f4e-7a10-7c3b-9d55-0242ac120002", scene.Log.Text, StringComparison.Ordinal);
    }
}
