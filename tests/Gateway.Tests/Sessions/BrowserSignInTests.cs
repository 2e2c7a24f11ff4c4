using System.Net;
using Microsoft.IdentityModel.Tokens;
using NaraVard.Gateway.Sessions;
using NaraVard.Gateway.Tests.Testing;
using NaraVard.Testing;

namespace NaraVard.Gateway.Tests.Sessions;

public sealed class BrowserSignInTests
{
    [Fact]
    public async Task A_person_signs_in_and_acts_with_a_token_that_the_browser_never_has()
    {
        await using var scene = await SessionScene.Start();
        var browser = await scene.SignedIn();

        using var answer = await browser.Get("/echo/v1/lines");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var sent = answer.Header("seen-Authorization")!["Bearer ".Length..];
        Assert.Contains(sent, scene.Provider.Given);
        Assert.Null(answer.Header("seen-Cookie"));
        Assert.DoesNotContain(scene.Provider.Given, secret => browser.Lines.Any(line => line.Contains(secret)));
    }

    [Fact]
    public async Task Says_who_is_signed_in_until_when_and_what_writes_must_repeat()
    {
        await using var scene = await SessionScene.Start();
        var browser = await scene.SignedIn();

        var session = await browser.Session();

        Assert.Equal("Bibbi Högman", session.GetProperty("name").GetString());
        Assert.Equal("bibbi.karlstad", session.GetProperty("userName").GetString());
        Assert.Equal("bistandsbedomare", session.GetProperty("roles")[0].GetString());
        Assert.Equal("kommun:1780", session.GetProperty("organisation").GetProperty("id").GetString());
        Assert.Equal("1780", session.GetProperty("organisation").GetProperty("code").GetString());
        Assert.Equal(scene.Clock.GetUtcNow().AddMinutes(30), session.GetProperty("idleUntil").GetDateTimeOffset());
        Assert.Equal(scene.Clock.GetUtcNow().AddHours(10), session.GetProperty("endsAt").GetDateTimeOffset());
        Assert.True(session.GetProperty("antiForgery").GetString()!.Length >= 32);
    }

    [Fact]
    public async Task Asks_with_PKCE_state_and_nonce_and_comes_back_to_the_public_address_only()
    {
        await using var scene = await SessionScene.Start();
        await scene.SignedIn();

        var asked = scene.Provider.Asked;

        Assert.Equal("code", asked["response_type"]);
        Assert.Equal("S256", asked["code_challenge_method"]);
        Assert.Equal(SessionScene.Public + "/session/signed-in", asked["redirect_uri"]);
        Assert.All(["state", "nonce", "code_challenge"], name => Assert.Equal(43, asked[name].ToString().Length));
        Assert.False(asked.ContainsKey("prompt"));
    }

    [Theory]
    [InlineData("/handoffs/019c2f4e?tab=1", "/handoffs/019c2f4e?tab=1")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("/session/sign-in", "/")]
    [InlineData("board", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void Goes_on_to_a_local_path_and_to_nowhere_else(string? wanted, string path) =>
        Assert.Equal(path, Navigation.Local(wanted));

    [Fact]
    public async Task The_cookie_is_bound_to_the_host_out_of_reach_of_scripts_and_other_sites()
    {
        await using var scene = await SessionScene.Start();
        var browser = await scene.SignedIn();

        var line = Assert.Single(
            browser.Lines, line => line.StartsWith("__Host-naravard-session=", StringComparison.Ordinal));

        var attributes = line.Split(';', StringSplitOptions.TrimEntries)[1..];
        Assert.Equal(["httponly", "path=/", "samesite=strict", "secure"], attributes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Sign_ins_that_come_to_nothing_leave_one_cookie_that_is_short_in_path_and_age()
    {
        await using var scene = await SessionScene.Start();
        var browser = new Browser(scene);
        for (var i = 0; i < 5; i++)
            (await browser.Get("/session/sign-in")).Dispose();

        Assert.Equal(["__Secure-naravard-sign-in"], browser.Cookies);
        Assert.All(browser.Lines, line =>
            Assert.All(["path=/session;", "max-age=600;", "httponly", "secure", "samesite=lax"],
                part => Assert.Contains(part, line, StringComparison.Ordinal)));

        await browser.SignIn();

        Assert.Equal(["__Host-naravard-session"], browser.Cookies);
    }

    [Fact]
    public async Task An_answer_that_this_browser_did_not_ask_for_is_not_taken()
    {
        await using var scene = await SessionScene.Start();
        using var away = await new Browser(scene).Get("/session/sign-in");
        using var answered = await scene.Outside.GetAsync(away.Headers.Location);
        var victim = new Browser(scene);
        (await victim.Get("/session/sign-in")).Dispose();

        Assert.Equal("/?sign-in=again", await victim.Finish(answered.Headers.Location!));
        Assert.Equal(0, await scene.Sessions());
    }

    [Fact]
    public async Task An_answer_with_another_state_is_not_taken_even_with_the_right_code()
    {
        await using var scene = await SessionScene.Start();
        var browser = new Browser(scene);
        using var away = await browser.Get("/session/sign-in");
        using var answered = await scene.Outside.GetAsync(away.Headers.Location);
        var forged = new Uri(answered.Headers.Location!.OriginalString + "x");

        Assert.Equal("/?sign-in=again", await browser.Finish(forged));
        Assert.Equal("/", await browser.Finish(answered.Headers.Location));
    }

    [Fact]
    public async Task An_answer_is_taken_once_and_within_ten_minutes()
    {
        await using var scene = await SessionScene.Start();
        var browser = new Browser(scene);
        using var away = await browser.Get("/session/sign-in");
        using var answered = await scene.Outside.GetAsync(away.Headers.Location);
        var late = new Browser(scene);
        using var lateAway = await late.Get("/session/sign-in");
        using var lateAnswered = await scene.Outside.GetAsync(lateAway.Headers.Location);

        Assert.Equal("/", await browser.Finish(answered.Headers.Location!));
        Assert.Equal("/?sign-in=again", await browser.Finish(answered.Headers.Location!));
        scene.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("/?sign-in=again", await late.Finish(lateAnswered.Headers.Location!));
    }

    [Theory]
    [InlineData("another nonce")]
    [InlineData("another audience")]
    [InlineData("another issuer")]
    [InlineData("expired")]
    public async Task Refuses_an_ID_token_with(string wrong)
    {
        await using var scene = await SessionScene.Start();
        scene.Provider.SpoilId = token => Spoil(token, wrong);

        Assert.Equal("/?sign-in=refused", await new Browser(scene).SignIn());
        Assert.Equal(0, await scene.Sessions());
    }

    [Fact]
    public async Task Says_so_when_the_sign_in_service_does_not_answer_or_says_no()
    {
        await using var scene = await SessionScene.Start();
        scene.Provider.IsDown = true;
        var browser = new Browser(scene);

        Assert.Equal("/?sign-in=unavailable", await browser.SignIn());

        using var away = await browser.Get("/session/sign-in");
        var state = Uri.EscapeDataString(Query(away.Headers.Location!, "state"));
        Assert.Equal("/?sign-in=refused", await browser.Finish(
            new($"{SessionScene.Public}/session/signed-in?error=access_denied&state={state}")));
    }

    [Fact]
    public async Task Refuses_to_sign_in_where_the_metadata_are_of_another_issuer()
    {
        await using var scene = await SessionScene.Start();
        scene.Provider.Issuer = "https://inside.example.org/realms/naravard";

        using var answer = await new Browser(scene).Get("/session/sign-in");

        Assert.Equal("/?sign-in=unavailable", answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/session/sign-in?return=/board")]
    [InlineData("/session")]
    [InlineData("/echo/v1/lines")]
    [InlineData("/echo/v1/watch")]
    public async Task A_script_without_a_session_gets_401_and_is_sent_nowhere(string path)
    {
        await using var scene = await SessionScene.Start();

        using var answer = await new Browser(scene).Get(path, 0, ("Sec-Fetch-Mode", "cors"), ("Accept", "text/html"));

        await answer.Problem(HttpStatusCode.Unauthorized, "not-signed-in");
        Assert.Null(answer.Headers.Location);
    }

    [Fact]
    public async Task Changing_user_ends_the_session_here_and_there_and_asks_anew()
    {
        await using var scene = await SessionScene.Start();
        var browser = await scene.SignedIn();
        scene.Provider.User = TestUser.Bistandsbedomare("1761") with { Name = "Hanna Skogslund" };

        var path = await browser.SignIn("?return=/handoffs/1&switch=true");

        Assert.Equal("/handoffs/1", path);
        Assert.Equal("login", scene.Provider.Asked["prompt"]);
        Assert.Equal(["provider-session-1"], scene.Provider.SignedOut);
        Assert.Equal("Hanna Skogslund", (await browser.Session()).GetProperty("name").GetString());
        Assert.Equal(1, await scene.Sessions());
    }

    [Fact]
    public async Task A_session_is_replaced_by_the_next_sign_in_of_the_same_browser()
    {
        await using var scene = await SessionScene.Start();
        var browser = await scene.SignedIn();
        var before = browser.Lines.Last(line => line.StartsWith("__Host-", StringComparison.Ordinal));

        await browser.SignIn();

        Assert.NotEqual(before, browser.Lines.Last(line => line.StartsWith("__Host-", StringComparison.Ordinal)));
        Assert.Equal(1, await scene.Sessions());
    }

    private static string Query(Uri address, string name) =>
        Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(address.Query)[name]!;

    private static void Spoil(SecurityTokenDescriptor token, string wrong)
    {
        switch (wrong)
        {
            case "another nonce":
                token.Claims["nonce"] = "x";
                break;
            case "another audience":
                token.Audience = TestIdentity.Audience;
                break;
            case "another issuer":
                token.Issuer = "https://id.example.org/realms/other";
                break;
            default:
                (token.NotBefore, token.Expires) = (DateTime.UnixEpoch, DateTime.UnixEpoch.AddHours(1));
                break;
        }
    }
}
