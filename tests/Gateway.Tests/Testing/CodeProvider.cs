using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using NaraVard.Testing;

namespace NaraVard.Gateway.Tests.Testing;

/// <summary>
/// A sign-in service that signs everybody in at once as <see cref="User"/>, and whose answers a test can hold back,
/// spoil or refuse. A refresh token works once.
/// </summary>
internal sealed class CodeProvider : IAsyncDisposable
{
    public const string Client = "naravard-web";
    public const string Secret = "secret-of-the-client";
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";
    private readonly TestIdentity identity;
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, Code> codes = new();
    private readonly ConcurrentDictionary<string, string> refreshTokens = new();
    private readonly TimeProvider clock;
    private int redeemed;
    private int refreshes;

    private CodeProvider(TestIdentity identity, TimeProvider clock)
    {
        (this.identity, this.clock) = (identity, clock);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.MapGet("/.well-known/openid-configuration", Discovery);
        app.MapGet("/auth", Authorise);
        app.MapPost("/token", Token);
        app.MapPost("/logout", Logout);
    }

    /// <summary>Who sits at the browser.</summary>
    public TestUser User { get; set; } = TestUser.Bistandsbedomare();

    /// <summary>What its metadata say it is.</summary>
    public string Issuer { get; set; } = TestIdentity.Issuer;

    /// <summary>Makes the next access tokens wrong.</summary>
    public Action<SecurityTokenDescriptor>? SpoilAccess { get; set; }

    /// <summary>Makes the next ID tokens wrong.</summary>
    public Action<SecurityTokenDescriptor>? SpoilId { get; set; }

    /// <summary>Answers 503 to all that ask for tokens.</summary>
    public bool IsDown { get; set; }

    /// <summary>Runs before a refresh is answered.</summary>
    public Func<Task> BeforeRefresh { get; set; } = () => Task.CompletedTask;

    /// <summary>The last question that a browser brought.</summary>
    public IQueryCollection Asked { get; private set; } = new QueryCollection();

    /// <summary>Sessions that the gateway has ended here.</summary>
    public ConcurrentBag<string> SignedOut { get; } = [];

    /// <summary>Every secret that it has given out: none may be seen anywhere.</summary>
    public ConcurrentBag<string> Given { get; } = [];

    public int Refreshes => Volatile.Read(ref refreshes);

    private string Address => app.Urls.First();

    public static async Task<CodeProvider> Start(TimeProvider clock)
    {
        var provider = new CodeProvider(await TestIdentity.Start(clock), clock);
        await provider.app.StartAsync();
        return provider;
    }

    /// <summary>What a gateway must be told to trust it.</summary>
    public Dictionary<string, string> Settings()
    {
        var settings = identity.Settings();
        settings["Identity:Authority"] = Address;
        settings["Sessions:ClientSecret"] = Secret;
        return settings;
    }

    /// <summary>A person's own token, as a system would bring it.</summary>
    public string Bearer(TestUser user) => identity.Token(user);

    /// <summary>Its word that a session is over; <paramref name="spoil"/> makes it wrong in one way.</summary>
    public string LogoutToken(string? subject, string? session, Action<SecurityTokenDescriptor>? spoil = null) =>
        identity.Token(User, token =>
        {
            token.Audience = Client;
            token.TokenType = "logout+jwt";
            token.Claims.Clear();
            token.Claims["jti"] = Guid.CreateVersion7().ToString();
            token.Claims["events"] = new Dictionary<string, object> { [Event] = new Dictionary<string, object>() };
            if (subject is not null)
                token.Claims["sub"] = subject;
            if (session is not null)
                token.Claims["sid"] = session;
            spoil?.Invoke(token);
        });

    /// <summary>A logout token that another key than ours has signed.</summary>
    public string Forged() => identity.Forged(User);

    /// <summary>The provider's session of the user who signed in last.</summary>
    public string Session => $"provider-session-{Volatile.Read(ref redeemed)}";

    /// <summary>Ends the session that a refresh token is of, without a word.</summary>
    public void Forget(string refreshToken) => refreshTokens.TryRemove(refreshToken, out _);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await identity.DisposeAsync();
    }

    private Task Discovery(HttpContext context) => context.Response.WriteAsJsonAsync(new
    {
        issuer = Issuer,
        jwks_uri = identity.Authority + "/keys",
        authorization_endpoint = Address + "/auth",
        token_endpoint = Address + "/token",
        end_session_endpoint = Address + "/logout",
    });

    private void Authorise(HttpContext context)
    {
        Asked = context.Request.Query;
        var code = Remember($"code-{Guid.CreateVersion7()}");
        codes[code] = new(Asked["nonce"]!, Asked["code_challenge"]!, Asked["redirect_uri"]!, User);
        context.Response.Redirect($"{Asked["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(Asked["state"]!)}");
    }

    private async Task Token(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        if (form["client_id"] != Client || form["client_secret"] != Secret)
            await Refuse(context, StatusCodes.Status401Unauthorized, "invalid_client");
        else if (IsDown)
            await Refuse(context, StatusCodes.Status503ServiceUnavailable, "temporarily_unavailable");
        else if (form["grant_type"] == "refresh_token")
            await Refresh(context, form["refresh_token"]!);
        else
            await Redeem(context, form);
    }

    private async Task Redeem(HttpContext context, IFormCollection form)
    {
        var proof = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"]!)));
        if (!codes.TryRemove(form["code"]!, out var code)
            || proof != code.Challenge || form["redirect_uri"] != code.Back)
        {
            await Refuse(context, StatusCodes.Status400BadRequest, "invalid_grant");
            return;
        }

        Interlocked.Increment(ref redeemed);
        await Give(context, code.User, Session, identity.Token(code.User, token =>
        {
            token.Audience = Client;
            token.Claims["nonce"] = code.Nonce;
            token.Claims["sid"] = Session;
            SpoilId?.Invoke(token);
        }));
    }

    private async Task Refresh(HttpContext context, string token)
    {
        Interlocked.Increment(ref refreshes);
        await BeforeRefresh();
        if (refreshTokens.TryRemove(token, out var session))
            await Give(context, User, session, null);
        else
            await Refuse(context, StatusCodes.Status400BadRequest, "invalid_grant");
    }

    private Task Give(HttpContext context, TestUser user, string session, string? id)
    {
        // Of its own time, so that no two are alike.
        var access = identity.Token(user, token =>
        {
            token.Claims["jti"] = Guid.CreateVersion7().ToString();
            token.Claims["preferred_username"] = "bibbi.karlstad";
            SpoilAccess?.Invoke(token);
        });
        var refresh = Remember($"refresh-{Guid.CreateVersion7()}");
        refreshTokens[refresh] = session;
        Remember(access);
        return context.Response.WriteAsJsonAsync(new
        {
            access_token = access,
            refresh_token = refresh,
            id_token = id,
            token_type = "Bearer",
            expires_in = 300,
            at = clock.GetUtcNow(),
        });
    }

    private async Task Logout(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        if (form["client_secret"] == Secret && refreshTokens.TryRemove(form["refresh_token"]!, out var session))
            SignedOut.Add(session);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private string Remember(string secret)
    {
        Given.Add(secret);
        return secret;
    }

    private static Task Refuse(HttpContext context, int status, string error)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { error });
    }

    private sealed record Code(string Nonce, string Challenge, string Back, TestUser User);
}
