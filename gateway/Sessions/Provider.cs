using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using NaraVard.Gateway.Options;
using NaraVard.Platform.Identity;

namespace NaraVard.Gateway.Sessions;

/// <summary>What the sign-in service answered when it was asked for tokens.</summary>
internal enum Answer
{
    /// <summary>Tokens.</summary>
    Given,

    /// <summary>No, and asking again will not help.</summary>
    Refused,

    /// <summary>Nothing that can be used.</summary>
    Unavailable,
}

/// <summary>The tokens, when they were given.</summary>
internal sealed record GivenTokens(Answer Answer, string Access = "", string? Refresh = null, string? Id = null)
{
    /// <summary>Until when the access token is good.</summary>
    public DateTimeOffset AccessEndsAt =>
        new(DateTime.SpecifyKind(new JsonWebToken(Access).ValidTo, DateTimeKind.Utc));

    /// <summary>A token never reaches a log by accident.</summary>
    public override string ToString() => $"{Answer}";
}

/// <summary>The sign-in service as the gateway speaks to it, at the addresses that its own metadata names.</summary>
internal sealed class Provider(
    SessionsOptions options, IdentityOptions identity, IOptionsMonitor<JwtBearerOptions> bearer,
    IHttpClientFactory clients)
{
    /// <summary>Where the browser comes back to; the realm names the same path.</summary>
    public const string ReturnPath = "/session/signed-in";

    /// <summary>
    /// Its addresses and keys; null when they cannot be read, or are of another issuer than the one that is trusted.
    /// </summary>
    public async Task<OpenIdConnectConfiguration?> Metadata(CancellationToken ct)
    {
        try
        {
            var manager = bearer.Get(JwtBearerDefaults.AuthenticationScheme).ConfigurationManager!;
            var metadata = await manager.GetConfigurationAsync(ct);
            var isWhole = metadata is { AuthorizationEndpoint.Length: > 0, TokenEndpoint.Length: > 0 };
            return isWhole && metadata.Issuer == identity.ValidIssuer ? metadata : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The address at which a person signs in; null when the sign-in service does not answer.</summary>
    public async Task<string?> SignInAddress(PendingSignIn pending, bool isAnew, CancellationToken ct)
    {
        if (await Metadata(ct) is not { } metadata)
            return null;
        var request = new OpenIdConnectMessage
        {
            IssuerAddress = metadata.AuthorizationEndpoint,
            ClientId = options.ClientId,
            RedirectUri = options.At(ReturnPath),
            ResponseType = OpenIdConnectResponseType.Code,
            Scope = "openid profile",
            State = pending.State,
            Nonce = pending.Nonce,
            Prompt = isAnew ? OpenIdConnectPrompt.Login : null,
            EnableTelemetryParameters = false,
        };
        request.SetParameter("code_challenge", pending.Challenge);
        request.SetParameter("code_challenge_method", "S256");
        return request.CreateAuthenticationRequestUrl();
    }

    /// <summary>The address at which the sign-in service forgets the browser too, and sends it back to us.</summary>
    public async Task<string> SignOutAddress(CancellationToken ct) =>
        await Metadata(ct) is not { EndSessionEndpoint: { Length: > 0 } address }
            ? options.At("/")
            : new OpenIdConnectMessage
            {
                IssuerAddress = address,
                ClientId = options.ClientId,
                PostLogoutRedirectUri = options.At("/"),
                EnableTelemetryParameters = false,
            }.CreateLogoutRequestUrl();

    /// <summary>The tokens for a code.</summary>
    public Task<GivenTokens> Redeem(string code, PendingSignIn pending, CancellationToken ct) => Ask(
        metadata => metadata.TokenEndpoint, ct,
        ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", options.At(ReturnPath)),
        ("code_verifier", pending.Verifier));

    /// <summary>New tokens for a refresh token, which is used up by this where the realm says so.</summary>
    public Task<GivenTokens> Refresh(string token, CancellationToken ct) => Ask(
        metadata => metadata.TokenEndpoint, ct, ("grant_type", "refresh_token"), ("refresh_token", token));

    /// <summary>
    /// Ends the session there, without the browser: whoever signs in next is asked who that is. Keycloak takes a
    /// refresh token for it at its end-session address.
    /// </summary>
    public Task<GivenTokens> SignOut(string token, CancellationToken ct) =>
        Ask(metadata => metadata.EndSessionEndpoint, ct, ("refresh_token", token));

    private async Task<GivenTokens> Ask(
        Func<OpenIdConnectConfiguration, string?> address, CancellationToken ct,
        params (string Name, string Value)[] form)
    {
        if (await Metadata(ct) is not { } metadata || address(metadata) is not { Length: > 0 } place)
            return new(Answer.Unavailable);
        using var client = clients.CreateClient(nameof(Provider));
        using var content = new FormUrlEncodedContent(
            form.Append(("client_id", options.ClientId)).Append(("client_secret", options.ClientSecret))
                .Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        try
        {
            using var answer = await client.PostAsync(new Uri(place), content, ct);
            return await Read(answer, ct);
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException || IsSlow(fault, ct))
        {
            return new(Answer.Unavailable);
        }
    }

    private static bool IsSlow(Exception fault, CancellationToken ct) =>
        fault is TaskCanceledException && !ct.IsCancellationRequested;

    private static async Task<GivenTokens> Read(HttpResponseMessage answer, CancellationToken ct)
    {
        var body = await answer.Content.ReadAsStringAsync(ct);
        if (answer.StatusCode is HttpStatusCode.NoContent)
            return new(Answer.Given);
        var fields = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(body) ?? [];
        // RFC 6749 5.2: only this says that the code or the refresh token itself is no more.
        if (Text("error") is "invalid_grant")
            return new(Answer.Refused);
        var access = Text("access_token");
        return answer.IsSuccessStatusCode && new JsonWebTokenHandler().CanReadToken(access)
            ? new(Answer.Given, access!, Text("refresh_token"), Text("id_token"))
            : new(Answer.Unavailable);

        string? Text(string name) =>
            fields.TryGetValue(name, out var value) && value.ValueKind is JsonValueKind.String
                ? value.GetString()
                : null;
    }
}
