using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NaraVard.Gateway.Tests.Testing;
using NaraVard.Testing;

namespace NaraVard.Gateway.Tests;

public sealed class SignInTests
{
    private static readonly string[] OpenToEverybody =
    [
        "/openapi.json", "/openapi.yaml", "/docs", "/docs/docs.js", "/docs/schema.js", "/docs/text.js",
        "/docs/docs.css", "{**path}",
        @"/echo/v{version:int}/{document:regex(^(api-info|openapi\.json|openapi\.yaml)$)}",
    ];

    [Fact]
    public async Task Answers_401_as_a_problem_and_never_redirects_without_a_token()
    {
        await using var scene = await Scene.Start(await Backend.Start("echo", app => app.Run(Backend.Mirror)));
        scene.Http.DefaultRequestHeaders.Add("Accept", "text/html");

        using var answer = await scene.Http.GetAsync("/echo/v1/lines");

        await answer.Problem(HttpStatusCode.Unauthorized, "not-signed-in");
        Assert.StartsWith("Bearer", answer.Header("WWW-Authenticate"), StringComparison.Ordinal);
        Assert.Null(answer.Headers.Location);
    }

    [Theory]
    [InlineData("expired", "token-expired")]
    [InlineData("forged", "token-invalid")]
    [InlineData("unsigned", "token-invalid")]
    [InlineData("shared secret", "token-invalid")]
    [InlineData("another audience", "token-invalid")]
    [InlineData("another issuer", "token-invalid")]
    public async Task Refuses_a_token_that_is(string wrong, string code)
    {
        await using var backend = await Backend.Start("echo", app => app.Run(Backend.Mirror));
        await using var scene = await Scene.Start(backend);
        var (identity, user) = (scene.Identity, TestUser.ErStaff());
        var token = wrong switch
        {
            "expired" => identity.Token(user, token =>
                (token.NotBefore, token.Expires) = (DateTime.UnixEpoch, DateTime.UnixEpoch.AddHours(1))),
            "forged" => identity.Forged(user),
            "unsigned" => identity.WithoutSignature(user),
            "shared secret" => identity.SignedWithPublicKey(user),
            "another audience" => identity.Token(user, token => token.Audience = "account"),
            _ => identity.Token(user, token => token.Issuer = "https://id.example.org/realms/other"),
        };
        scene.Http.DefaultRequestHeaders.Authorization = new("Bearer", token);

        using var answer = await scene.Http.GetAsync("/echo/v1/lines");

        await answer.Problem(HttpStatusCode.Unauthorized, code);
        Assert.Contains("error=\"invalid_token\"", answer.Header("WWW-Authenticate"), StringComparison.Ordinal);
        Assert.Equal(0, backend.Requests);
    }

    [Fact]
    public async Task A_token_that_was_let_in_is_refused_once_it_has_expired()
    {
        var clock = new TestClock();
        await using var backend = await Backend.Start("echo", app => app.Run(Backend.Mirror));
        await using var scene = await Scene.With([], clock, backend);
        using var client = scene.As();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/echo/v1/lines")).StatusCode);

        clock.Advance(TimeSpan.FromMinutes(5));
        using var answer = await client.GetAsync("/echo/v1/lines");

        await answer.Problem(HttpStatusCode.Unauthorized, "token-expired");
        Assert.Equal(1, backend.Requests);
    }

    [Fact]
    public async Task A_token_that_was_let_in_is_refused_with_one_letter_changed()
    {
        await using var backend = await Backend.Start("echo", app => app.Run(Backend.Mirror));
        await using var scene = await Scene.Start(backend);
        var token = scene.Identity.Token(TestUser.ErStaff());
        scene.Http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        Assert.Equal(HttpStatusCode.OK, (await scene.Http.GetAsync("/echo/v1/lines")).StatusCode);
        var place = token.Length - 20;
        var changed = string.Concat(token[..place], token[place] == 'A' ? "B" : "A", token[(place + 1)..]);
        scene.Http.DefaultRequestHeaders.Authorization = new("Bearer", changed);

        using var answer = await scene.Http.GetAsync("/echo/v1/lines");

        await answer.Problem(HttpStatusCode.Unauthorized, "token-invalid");
        Assert.Equal(1, backend.Requests);
    }

    [Fact]
    public async Task Refuses_a_caller_without_an_organisation()
    {
        await using var scene = await Scene.Start(await Backend.Start("echo", app => app.Run(Backend.Mirror)));
        using var client = scene.As(TestUser.ErStaff() with { Organization = null });

        using var answer = await client.GetAsync("/echo/v1/lines");

        await answer.Problem(HttpStatusCode.Forbidden, "organisation-missing");
    }

    [Fact]
    public async Task Every_endpoint_needs_a_token_but_those_that_are_open_on_purpose()
    {
        await using var scene = await Scene.Start(await Backend.Start("echo", app => app.Run(Backend.Mirror)));

        var endpoints = scene.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

        foreach (var endpoint in endpoints)
            if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
                Assert.Contains(endpoint.RoutePattern.RawText, OpenToEverybody);
            else
                Assert.NotNull(endpoint.Metadata.GetMetadata<IAuthorizeData>());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api")]
    [InlineData("/nothing/v1/lines")]
    [InlineData("/echo/lines")]
    [InlineData("/metrics")]
    [InlineData("/healthz/live")]
    public async Task What_is_not_routed_is_a_problem_404(string path)
    {
        await using var scene = await Scene.Start(await Backend.Start("echo", app => app.Run(Backend.Mirror)));

        using var answer = await scene.Http.GetAsync(path);

        await answer.Problem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Metrics_and_health_are_on_the_operations_endpoint_only()
    {
        await using var scene = await Scene.Start(await Backend.Start("echo", app => app.Run(Backend.Mirror)));
        using var client = new HttpClient { BaseAddress = scene.OperationsAddress };

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/healthz/ready")).StatusCode);
        Assert.Contains("# TYPE", await client.GetStringAsync("/metrics"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/echo/v1/lines")).StatusCode);
    }
}
