using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using NaraVard.Gateway.Tests.Testing;
using NaraVard.Testing;

namespace NaraVard.Gateway.Tests.Sessions;

/// <summary>With the provider that ./nara up runs, which is certified: what the two say fits.</summary>
public sealed partial class ProviderJourneyTests : IAsyncLifetime
{
    private readonly int port = ServerFolder.FreePort();
    private HttpClient browser = null!;
    private DevIdentity identity = null!;
    private Database database = null!;
    private Scene scene = null!;

    private string Gateway => $"http://127.0.0.1:{port}";

    public async Task InitializeAsync()
    {
        browser = NewBrowser();
        identity = await DevIdentity.Start(("NARAVARD_WEB_BACKCHANNEL_URL", Gateway));
        database = await Database.CreateEmpty();
        scene = await Scene.With(
            new()
            {
                ["Endpoints:Http"] = Gateway,
                ["Identity:Authority"] = identity.Issuer,
                ["Identity:ValidIssuer"] = identity.Issuer,
                ["Identity:ClockSkewSeconds"] = "30",
                ["ConnectionStrings:gateway"] = database.ConnectionString,
                ["Sessions:PublicAddress"] = Gateway,
                ["Sessions:AllowHttp"] = "true",
                ["Sessions:ClientSecret"] = "dev-naravard-web",
                ["Sessions:Keys:first"] = Convert.ToBase64String(new byte[32]),
                ["Sessions:SealWith"] = "first",
                // Every request renews its token.
                ["Sessions:RefreshAheadSeconds"] = "300",
            },
            await Backend.Start("echo", app => app.Run(Backend.Mirror)));
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await scene.DisposeAsync();
        await database.DisposeAsync();
        await identity.DisposeAsync();
    }

    [Fact]
    public async Task Signs_in_renews_its_token_signs_out_and_is_asked_who_it_is()
    {
        await SignIn("bibbi.karlstad");
        var first = await Token();
        var second = await Token();
        var session = await Session();
        Assert.Equal("bibbi.karlstad", session.GetProperty("userName").GetString());
        Assert.NotEqual(first, second);

        using var request = new HttpRequestMessage(HttpMethod.Post, Gateway + "/session/sign-out");
        request.Headers.Add("x-anti-forgery", session.GetProperty("antiForgery").GetString());
        using var answer = await browser.SendAsync(request);
        var next = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("next");
        var form = await browser.GetStringAsync(next.GetString());

        Assert.DoesNotContain("Logga ut?", form, StringComparison.Ordinal);
        var again = await browser.GetStringAsync(Gateway + "/session/sign-in");
        Assert.Contains("kc-login", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_user_takes_over_the_computer()
    {
        await SignIn("bibbi.karlstad");

        await SignIn("eva.akuten", "?switch=true");

        Assert.Equal("eva.akuten", (await Session()).GetProperty("userName").GetString());
    }

    [Fact]
    public async Task A_session_that_ends_at_the_provider_ends_here()
    {
        await SignIn("bibbi.karlstad");
        await Session();

        var page = await browser.GetStringAsync($"{identity.Issuer}/protocol/openid-connect/logout");
        using var form = new FormUrlEncodedContent(
            [KeyValuePair.Create("xsrf", Value(Xsrf(), page)), KeyValuePair.Create("logout", "yes")]);
        (await browser.PostAsync(Value(Action(), page), form)).Dispose();

        await Soon.Holds("the gateway was told", async () =>
            await database.Ask<long>("select count(*) from gateway.sessions") == 0);
        using var answer = await browser.GetAsync(Gateway + "/session");
        await answer.Problem(HttpStatusCode.Unauthorized, "session-ended");
    }

    private static HttpClient NewBrowser() => new(new SocketsHttpHandler { CookieContainer = new() });

    private async Task SignIn(string name, string query = "")
    {
        var page = await browser.GetStringAsync($"{Gateway}/session/sign-in{query}");
        using var form = new FormUrlEncodedContent(
            [KeyValuePair.Create("username", name), KeyValuePair.Create("password", "naravard")]);
        var address = new Uri(new Uri(identity.Issuer), Value(Action(), page));
        // The page that it ends at is not there: there is no web client.
        (await browser.PostAsync(address, form)).Dispose();
    }

    private async Task<JsonElement> Session()
    {
        using var answer = await browser.GetAsync(Gateway + "/session");
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement;
    }

    private async Task<string> Token()
    {
        using var answer = await browser.GetAsync(Gateway + "/echo/v1/lines");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer.Header("seen-Authorization")!;
    }

    private static string Value(Regex field, string page) =>
        WebUtility.HtmlDecode(field.Match(page) is { Success: true } match
            ? match.Groups[1].Value
            : throw new InvalidOperationException(page));

    [GeneratedRegex("action=\"([^\"]+)\"")]
    private static partial Regex Action();

    [GeneratedRegex("name=\"xsrf\" value=\"([^\"]+)\"")]
    private static partial Regex Xsrf();
}
