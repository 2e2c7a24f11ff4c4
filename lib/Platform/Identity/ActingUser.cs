using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NaraVard.Platform.Identity.Tokens;

namespace NaraVard.Platform.Identity;

/// <summary>
/// Checks <c>x-acting-user</c>: a compact JWS of the type <c>acting-user+jwt</c>, issued by the calling client, signed
/// with its registered key, for our audience, short-lived, with the user's <c>sub</c> and uppdrag.
/// </summary>
internal sealed class ActingUser(IdentityOptions options, TimeProvider clock)
{
    public const string Header = "x-acting-user";
    public const string Type = "acting-user+jwt";
    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    private readonly Dictionary<string, SecurityKey?> keys =
        options.Clients.ToDictionary(client => client.Key, client => client.Value.Key());

    /// <summary>The caller with the user that the statement names; null when it cannot be trusted.</summary>
    public async Task<Caller?> Read(string statement, Caller system)
    {
        if (!keys.TryGetValue(system.ClientId, out var key) || key is null)
            return null;
        var result = await handler.ValidateTokenAsync(statement, Rules(system.ClientId, key));
        if (!result.IsValid || result.SecurityToken is not JsonWebToken token || !IsShort(token))
            return null;
        using var claims = TokenClaims.Of(token);
        return claims.Text(JwtRegisteredClaimNames.Sub) is { Length: > 0 } subject
            ? Uppdrag.Of(claims.Text, system with { Subject = subject, HasUser = true })
            : null;
    }

    private bool IsShort(JsonWebToken token) =>
        token.IssuedAt != default
        && token.ValidTo - token.IssuedAt <= TimeSpan.FromSeconds(options.ActingUserLifetimeSecondsMax);

    private TokenValidationParameters Rules(string client, SecurityKey key) => new()
    {
        ValidIssuer = client,
        ValidAudience = options.Audience,
        IssuerSigningKey = key,
        ValidTypes = [Type],
        ValidAlgorithms = TokenRules.Algorithms,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = TokenRules.Lifetime(clock, options),
    };
}
