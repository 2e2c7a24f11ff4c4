using System.Net;
using NaraVard.Gateway.Tests.Testing;
using NaraVard.Testing;

namespace NaraVard.Gateway.Tests.Sessions;

public sealed class SessionRefreshTests
{
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task A_token_that_is_about_to_end_is_renewed_unseen()
    {
        await using var scene = await SessionScene.Start();
        var browser = await scene.SignedIn();
        var first = await Token(browser);

        scene.Clock.Advance(TokenLife - TimeSpan.FromSeconds(20));
        var second = await Token(browser);
        scene.Clock.Advance(TokenLife);
        var third = await Token(browser);

        Assert.Equal(3, new HashSet<string> { first, second, third }.Count);
        Assert.Equal(2, scene.Provider.Refreshes);
    }

    [Fact]
    public async Task Requests_at_once_over_two_replicas_renew_it_once_and_nobody_is_thrown_out()
    {
        await using var scene = await SessionScene.Start(replicas: 2);
        var browser = await scene.SignedIn();
        var asked = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        scene.Provider.BeforeRefresh = () =>
        {
            asked.TrySetResult();
            return goOn.Task;
        };

        scene.Clock.Advance(TokenLife);
        var requests = Enumerable.Range(0, 12).Select(i => Token(browser, i % 2)).ToList();
        await asked.Task.WaitAsync(TimeSpan.FromMinutes(2));
        await Soon.Holds("others wait for their turn", async () => await Waiting(scene) > 3);
        goOn.SetResult();
        var tokens = await Task.WhenAll(requests);

        Assert.Single(tokens.Distinct());
        Assert.Equal(1, scene.Provider.Refreshes);
    }

    [Fact]
    public async Task Others_go_on_with_the_token_that_is_still_good()
    {
        await using var scene = await SessionScene.Start(replicas: 2);
        var browser = await scene.SignedIn();
        var first = await Token(browser);
        var asked = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        scene.Provider.BeforeRefresh = () =>
        {
            asked.TrySetResult();
            return goOn.Task;
        };

        scene.Clock.Advance(TokenLife - TimeSpan.FromSeconds(20));
        var renewing = Token(browser);
        await asked.Task.WaitAsync(TimeSpan.FromMinutes(2));
        var meanwhile = await Token(browser, 1);
        goOn.SetResult();

        Assert.Equal(first, meanwhile);
        Assert.NotEqual(first, await renewing);
    }

    [Fact]
    public async Task Signing_out_beats_a_refresh_that_is_under_way()
    {
        await using var scene = await SessionScene.Start(replicas: 2);
        var browser = await scene.SignedIn();
        var value = (await browser.Session()).GetProperty("antiForgery").GetString()!;
        var asked = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        scene.Provider.BeforeRefresh = () =>
        {
            asked.TrySetResult();
            return goOn.Task;
        };

        scene.Clock.Advance(TokenLife);
        var late = browser.Get("/echo/v1/lines");
        await asked.Task.WaitAsync(TimeSpan.FromMinutes(2));
        using var signedOut = await browser.SignOut(value, 1);
        Assert.Equal(HttpStatusCode.OK, signedOut.StatusCode);
        goOn.SetResult();
        using var answer = await late;

        await answer.Problem(HttpStatusCode.Unauthorized, "session-ended");
        Assert.Equal(0, await scene.Sessions());
        Assert.Contains("provider-session-1", scene.Provider.SignedOut);
    }

    [Fact]
    public async Task A_sign_in_service_that_is_down_costs_no_session_and_makes_none_longer()
    {
        await using var scene = await SessionScene.Start();
        var browser = await scene.SignedIn();
        scene.Provider.IsDown = true;

        scene.Clock.Advance(TokenLife - TimeSpan.FromSeconds(10));
        await Token(browser);
        scene.Clock.Advance(TimeSpan.FromMinutes(20));
        using var without = await browser.Get("/echo/v1/lines");
        await without.Problem(HttpStatusCode.ServiceUnavailable, "sign-in-unavailable");
        scene.Provider.IsDown = false;
        await Token(browser);
        scene.Provider.IsDown = true;
        scene.Clock.Advance(TimeSpan.FromMinutes(20));
        using var again = await browser.Get("/echo/v1/lines");
        await again.Problem(HttpStatusCode.ServiceUnavailable, "sign-in-unavailable");
        scene.Clock.Advance(TimeSpan.FromMinutes(10));
        using var ended = await browser.Get("/echo/v1/lines");

        await ended.Problem(HttpStatusCode.Unauthorized, "session-ended");
    }

    [Theory]
    [InlineData("account")]
    [InlineData("other")]
    public async Task A_token_that_is_not_for_us_is_refused_and_makes_no_session_longer(string audience)
    {
        await using var scene = await SessionScene.Start();
        var browser = await scene.SignedIn();
        scene.Provider.SpoilAccess = token => token.Audience = audience;

        for (var i = 0; i < 2; i++)
        {
            scene.Clock.Advance(TimeSpan.FromMinutes(14));
            using var answer = await browser.Get("/echo/v1/lines");
            await answer.Problem(HttpStatusCode.Unauthorized, "token-invalid");
        }

        scene.Clock.Advance(TimeSpan.FromMinutes(2));
        using var ended = await browser.Get("/echo/v1/lines");
        await ended.Problem(HttpStatusCode.Unauthorized, "session-ended");
    }

    [Fact]
    public async Task What_the_sign_in_service_has_ended_ends_with_the_token()
    {
        await using var scene = await SessionScene.Start();
        var browser = await scene.SignedIn();
        scene.Provider.Forget(
            scene.Provider.Given.Single(secret => secret.StartsWith("refresh-", StringComparison.Ordinal)));

        scene.Clock.Advance(TokenLife);
        using var answer = await browser.Get("/echo/v1/lines");

        await answer.Problem(HttpStatusCode.Unauthorized, "session-ended");
        Assert.Equal(0, await scene.Sessions());
    }

    private static Task<long> Waiting(SessionScene scene) => scene.Database.Ask<long>(
        """
        select count(*) from pg_locks join pg_database on pg_database.oid = pg_locks.database
        where locktype = 'advisory' and not granted and datname = current_database()
        """);

    private static async Task<string> Token(Browser browser, int replica = 0)
    {
        using var answer = await browser.Get("/echo/v1/lines", replica);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer.Header("seen-Authorization")!["Bearer ".Length..];
    }
}
