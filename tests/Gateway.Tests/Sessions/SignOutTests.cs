using System.Net;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using NaraVard.Gateway.Tests.Testing;
using NaraVard.Testing;

namespace NaraVard.Gateway.Tests.Sessions;

public sealed class SignOutTests
{
    [Fact]
    public async Task The_session_is_gone_at_once_here_there_and_in_the_browser()
    {
        await using var scene = await SessionScene.Start(replicas: 2);
        var browser = await scene.SignedIn();
        var other = await scene.SignedIn();
        var value = (await browser.Session()).GetProperty("antiForgery").GetString()!;

        using var answer = await browser.SignOut(value);

        var told = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        var next = told.GetProperty("next").GetString()!;
        Assert.Contains("/logout?", next, StringComparison.Ordinal);
        Assert.Contains(
            "post_logout_redirect_uri=" + Uri.EscapeDataString(SessionScene.Public + "/"), next,
            StringComparison.Ordinal);
        Assert.DoesNotContain(scene.Provider.Given, secret => next.Contains(secret, StringComparison.Ordinal));
        Assert.Empty(browser.Cookies);
        Assert.Equal(["provider-session-1"], scene.Provider.SignedOut);
        Assert.Equal(1, await scene.Sessions());
        await other.Session(1);
    }

    [Fact]
    public async Task A_copy_of_the_cookie_is_worth_nothing_afterwards()
    {
        await using var scene = await SessionScene.Start(replicas: 2);
        var browser = await scene.SignedIn();
        var cookie = browser.Lines[^1].Split(';')[0];
        await browser.SignOut((await browser.Session()).GetProperty("antiForgery").GetString()!);

        using var answer = await new Browser(scene).Get("/echo/v1/lines", 1, ("Cookie", cookie));

        await answer.Problem(HttpStatusCode.Unauthorized, "session-ended");
    }

    [Fact]
    public async Task Nobody_is_signed_out_by_another_site()
    {
        await using var scene = await SessionScene.Start();
        var browser = await scene.SignedIn();

        using var answer = await browser.SignOut("x");

        await answer.Problem(HttpStatusCode.Forbidden, "anti-forgery");
        await browser.Session();
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task The_sign_in_service_ends_a_session_or_all_of_a_user(bool saysUser, bool saysSession)
    {
        await using var scene = await SessionScene.Start();
        var first = await scene.SignedIn();
        var second = await scene.SignedIn();
        scene.Provider.User = TestUser.Bistandsbedomare("1761");
        var stranger = await scene.SignedIn();

        using var answer = await Tell(scene, scene.Provider.LogoutToken(
            saysUser ? "u-bibbi-1780" : null, saysSession ? "provider-session-2" : null));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        using var ended = await second.Get("/session");
        await ended.Problem(HttpStatusCode.Unauthorized, "session-ended");
        using var other = await first.Get("/session");
        Assert.Equal(saysSession ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, other.StatusCode);
        await stranger.Session();
    }

    [Fact]
    public async Task A_logout_token_works_once()
    {
        await using var scene = await SessionScene.Start();
        await scene.SignedIn();
        var token = scene.Provider.LogoutToken("u-bibbi-1780", null);
        (await Tell(scene, token)).EnsureSuccessStatusCode();
        var browser = await scene.SignedIn();

        using var answer = await Tell(scene, token);

        await answer.Problem(HttpStatusCode.BadRequest, "logout-token-invalid");
        await browser.Session();
    }

    [Theory]
    [InlineData("of another issuer")]
    [InlineData("for another client")]
    [InlineData("that is expired")]
    [InlineData("that is old")]
    [InlineData("of the future")]
    [InlineData("with a nonce")]
    [InlineData("without an event")]
    [InlineData("with another event")]
    [InlineData("without an id")]
    [InlineData("of nobody")]
    [InlineData("that is an access token")]
    [InlineData("that is forged")]
    [InlineData("that is none")]
    public async Task Refuses_a_logout_token(string wrong)
    {
        await using var scene = await SessionScene.Start();
        var browser = await scene.SignedIn();
        var provider = scene.Provider;
        var token = wrong switch
        {
            "of nobody" => provider.LogoutToken(null, null),
            "that is an access token" => provider.Bearer(provider.User),
            "that is forged" => provider.Forged(),
            "that is none" => "x",
            _ => provider.LogoutToken("u-bibbi-1780", "provider-session-1", token => Spoil(token, wrong)),
        };

        using var answer = await Tell(scene, token);

        await answer.Problem(HttpStatusCode.BadRequest, "logout-token-invalid");
        await browser.Session();
    }

    private static void Spoil(SecurityTokenDescriptor token, string wrong)
    {
        switch (wrong)
        {
            case "of another issuer":
                token.Issuer = "https://id.example.org/realms/other";
                break;
            case "for another client":
                token.Audience = "naravard-cli";
                break;
            case "that is expired":
                (token.NotBefore, token.Expires) = (DateTime.UnixEpoch, DateTime.UnixEpoch.AddHours(1));
                break;
            case "that is old":
                token.IssuedAt = token.IssuedAt!.Value.AddMinutes(-6);
                break;
            case "of the future":
                token.IssuedAt = token.IssuedAt!.Value.AddMinutes(6);
                break;
            case "with a nonce":
                token.Claims["nonce"] = "n";
                break;
            case "without an event":
                token.Claims.Remove("events");
                break;
            case "with another event":
                token.Claims["events"] = new Dictionary<string, object>
                {
                    ["http://example.org/other"] = new Dictionary<string, object>(),
                };
                break;
            default:
                token.Claims.Remove("jti");
                break;
        }
    }

    private static async Task<HttpResponseMessage> Tell(SessionScene scene, string token)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("logout_token", token)]);
        return await scene.Replicas[0].Http.PostAsync("/session/back-channel-logout", form);
    }
}
