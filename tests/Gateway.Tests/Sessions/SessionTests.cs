using System.Net;
using NaraVard.Gateway.Tests.Testing;
using NaraVard.Testing;

namespace NaraVard.Gateway.Tests.Sessions;

public sealed class SessionTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("x")]
    [InlineData("of another session")]
    public async Task A_write_that_does_not_repeat_the_sessions_value_is_refused(string? value)
    {
        await using var scene = await SessionScene.Start();
        var browser = await scene.SignedIn();
        var other = (await (await scene.SignedIn()).Session()).GetProperty("antiForgery").GetString()!;
        (string, string)[] headers = value is null ? [] : [("x-anti-forgery", value == "x" ? value : other)];

        using var answer = await browser.Send(HttpMethod.Post, "/echo/v1/lines", 0, headers);

        await answer.Problem(HttpStatusCode.Forbidden, "anti-forgery");
        Assert.Equal(0, scene.Service.Requests);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task A_write_that_repeats_it_goes_through(string verb)
    {
        await using var scene = await SessionScene.Start();
        var browser = await scene.SignedIn();
        var value = (await browser.Session()).GetProperty("antiForgery").GetString()!;

        using var answer = await browser.Send(new(verb), "/echo/v1/lines", 0, ("x-anti-forgery", value));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_request_with_a_token_of_its_own_is_that_tokens_and_not_the_cookies()
    {
        await using var scene = await SessionScene.Start();
        var browser = await scene.SignedIn();
        var token = scene.Provider.Bearer(TestUser.ErStaff());

        using var answer = await browser.Send(
            HttpMethod.Post, "/echo/v1/lines", 0, ("Authorization", "Bearer " + token));
        using var wrong = await browser.Get("/echo/v1/lines", 0, ("Authorization", "Bearer x"));

        Assert.Equal("Bearer " + token, answer.Header("seen-Authorization"));
        await wrong.Problem(HttpStatusCode.Unauthorized, "token-invalid");
    }

    [Fact]
    public async Task A_cookie_that_is_not_ours_is_none()
    {
        await using var scene = await SessionScene.Start();

        using var answer = await new Browser(scene).Get(
            "/echo/v1/lines", 0, ("Cookie", "__Host-naravard-session=" + new string('x', 200)));

        await answer.Problem(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Fact]
    public async Task Ends_when_nobody_uses_it_and_asking_about_it_is_no_use()
    {
        await using var scene = await SessionScene.Start();
        var browser = await scene.SignedIn();
        for (var minutes = 0; minutes < 28; minutes += 4)
        {
            scene.Clock.Advance(TimeSpan.FromMinutes(4));
            await browser.Session();
        }

        scene.Clock.Advance(TimeSpan.FromMinutes(2));
        using var answer = await browser.Get("/echo/v1/lines");

        await answer.Problem(HttpStatusCode.Unauthorized, "session-ended");
    }

    [Fact]
    public async Task Goes_on_while_it_is_used_and_ends_at_the_latest_after_ten_hours()
    {
        await using var scene = await SessionScene.Start();
        var browser = await scene.SignedIn();
        for (var minutes = 0; minutes < 10 * 60 - 20; minutes += 20)
        {
            scene.Clock.Advance(TimeSpan.FromMinutes(20));
            using var used = await browser.Get("/echo/v1/lines");
            Assert.Equal(HttpStatusCode.OK, used.StatusCode);
        }

        scene.Clock.Advance(TimeSpan.FromMinutes(20));
        using var answer = await browser.Get("/echo/v1/lines");

        await answer.Problem(HttpStatusCode.Unauthorized, "session-ended");
    }

    [Fact]
    public async Task What_has_ended_by_itself_is_taken_away_here_and_ended_at_the_sign_in_service()
    {
        await using var scene = await SessionScene.Start();
        await scene.SignedIn();

        scene.Clock.Advance(TimeSpan.FromMinutes(31));

        await Soon.Holds("the session is swept", async () => await scene.Sessions() == 0);
        await Soon.Holds("it is ended there", () => scene.Provider.SignedOut.Contains("provider-session-1"));
    }

    [Fact]
    public async Task Whoever_comes_after_a_session_that_has_ended_is_asked_who_that_is()
    {
        await using var scene = await SessionScene.Start();
        var browser = await scene.SignedIn();
        scene.Clock.Advance(TimeSpan.FromMinutes(31));

        await browser.SignIn();

        Assert.Equal("login", scene.Provider.Asked["prompt"]);
    }

    [Fact]
    public async Task Survives_a_restart_and_is_the_same_at_every_replica()
    {
        await using var scene = await SessionScene.Start(replicas: 2);
        var browser = new Browser(scene);

        Assert.Equal("/board", await browser.SignIn(replica: 0, back: 1));
        var session = await browser.Session(0);
        await scene.Replicas[0].StopGateway();
        await scene.Replicas[1].StopGateway();
        await scene.AddReplica();

        Assert.Equal(session.ToString(), (await browser.Session(2)).ToString());
    }

    [Fact]
    public async Task Nothing_in_the_database_can_be_used_without_the_configured_key()
    {
        await using var scene = await SessionScene.Start();
        await scene.SignedIn();

        var rows = await scene.Database.AskAll<string>(
            "select row_to_json(s)::text || encode(sealed, 'escape') from gateway.sessions s");
        var keys = await scene.Database.AskAll<string>("select xml from gateway.keys");

        Assert.NotEmpty(rows);
        Assert.NotEmpty(keys);
        Assert.DoesNotContain(scene.Provider.Given, secret => rows.Any(row => row.Contains(secret)));
        Assert.All(keys, key => Assert.DoesNotContain("masterKey", key, StringComparison.Ordinal));
        Assert.All(keys, key => Assert.Contains("with=\"first\"", key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_that_is_said_holds_a_token_a_cookie_or_a_name()
    {
        await using var scene = await SessionScene.Start();
        var browser = await scene.SignedIn();
        var value = (await browser.Session()).GetProperty("antiForgery").GetString()!;
        (await browser.Get("/echo/v1/lines")).Dispose();
        (await browser.Send(HttpMethod.Post, "/echo/v1/lines")).Dispose();
        (await browser.SignOut(value)).Dispose();
        (await browser.Get("/session")).Dispose();

        Assert.Contains("has begun", scene.Log, StringComparison.Ordinal);
        Assert.Contains("was ended by user", scene.Log, StringComparison.Ordinal);
        Assert.Contains("anti-forgery", scene.Log, StringComparison.Ordinal);
        foreach (var secret in scene.Provider.Given.Append(value).Append("Bibbi").Append("u-bibbi").Concat(
            browser.Lines.Select(line => line.Split(';')[0].Split('=')[1]).Where(cookie => cookie.Length > 0)))
            Assert.DoesNotContain(secret, scene.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_its_database_a_gateway_says_so_and_throws_nobody_out()
    {
        await using var scene = await SessionScene.Start();
        var browser = await scene.SignedIn();
        await scene.Database.Execute("alter table gateway.sessions rename to away");

        using var answer = await browser.Get("/echo/v1/lines");
        await answer.Problem(HttpStatusCode.ServiceUnavailable, "sign-in-unavailable");
        await scene.Database.Execute("alter table gateway.away rename to sessions");

        await browser.Session();
    }
}
