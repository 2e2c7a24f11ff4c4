using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NaraVard.Gateway.Options;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Identity.Tokens;

namespace NaraVard.Gateway.Sessions;

/// <summary>
/// Checks what the sign-in service signs for the gateway itself: ID tokens (OpenID Connect Core 3.1.3.7) and logout
/// tokens. Access tokens are checked with every request, as anybody's.
/// </summary>
internal sealed class ProviderTokens(
    SessionsOptions options, IdentityOptions identity, IOptionsMonitor<JwtBearerOptions> bearer, TimeProvider clock)
{
    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };

    /// <summary>The ID token, when it is for us and answers this sign-in; else null.</summary>
    public async Task<JsonWebToken?> IdToken(string? text, string nonce)
    {
        if (await Checked(text) is not { } token || token.Subject.Length == 0)
            return null;
        var isOurs = token.Audiences.Count() == 1 || token.Azp == options.ClientId;
        return isOurs && Same(token.GetClaimOrNull("nonce"), nonce) ? token : null;
    }

    /// <summary>The token, when issuer, audience, signature and lifetime are right; else null.</summary>
    public async Task<JsonWebToken?> Checked(string? text)
    {
        var result = await handler.ValidateTokenAsync(text ?? "", new TokenValidationParameters
        {
            ConfigurationManager = (BaseConfigurationManager)bearer.Get(JwtBearerDefaults.AuthenticationScheme)
                .ConfigurationManager!,
            ValidIssuer = identity.ValidIssuer,
            IssuerValidator = (issuer, _, _) => issuer == identity.ValidIssuer
                ? issuer
                : throw new SecurityTokenInvalidIssuerException("The token is from another issuer."),
            ValidAudience = options.ClientId,
            ValidAlgorithms = TokenRules.Algorithms,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ValidateIssuerSigningKey = true,
            LifetimeValidator = TokenRules.Lifetime(clock, identity),
        });
        return result.IsValid ? (JsonWebToken)result.SecurityToken : null;
    }

    private static bool Same(string? one, string other) => one is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}

internal static class TokenClaim
{
    /// <summary>A claim that is text; null when it is not there.</summary>
    public static string? GetClaimOrNull(this JsonWebToken token, string name) =>
        token.TryGetPayloadValue<string>(name, out var value) ? value : null;
}
