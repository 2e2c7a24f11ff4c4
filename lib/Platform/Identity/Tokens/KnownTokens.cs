using System.Collections.Concurrent;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace NaraVard.Platform.Identity.Tokens;

/// <summary>
/// Checks tokens, and remembers those that were good, since a client sends the same one with every request for minutes.
/// What is remembered holds for that very text, while the token is within its time and the sign-in service's keys are
/// those that it was checked with; otherwise everything is checked again. Safe to use from many threads.
/// </summary>
internal sealed class KnownTokens(int most) : TokenHandler
{
    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };

    // Two halves: the younger one takes what is new, and when it is full it becomes the older one, which is forgotten.
    private volatile ConcurrentDictionary<string, Known> younger = new(StringComparer.Ordinal);
    private volatile ConcurrentDictionary<string, Known> older = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public override async Task<TokenValidationResult> ValidateTokenAsync(
        string token, TokenValidationParameters validationParameters)
    {
        if (Recall(token) is { } known && known.Keys == await Keys(validationParameters)
            && IsInTime(known.Result.SecurityToken, validationParameters))
            return known.Result;
        var result = await handler.ValidateTokenAsync(token, validationParameters);
        if (result.IsValid && await Keys(validationParameters) is { } keys
            && keys.SigningKeys.Contains(result.SecurityToken.SigningKey))
            Remember(token, new(result, keys));
        return result;
    }

    /// <inheritdoc />
    public override SecurityToken ReadToken(string token) => handler.ReadToken(token);

    private Known? Recall(string token)
    {
        if (younger.TryGetValue(token, out var known))
            return known;
        if (older.TryGetValue(token, out known))
            Remember(token, known);
        return known;
    }

    private void Remember(string token, Known known)
    {
        younger[token] = known;
        if (younger.Count < most / 2)
            return;
        older = younger;
        younger = new(StringComparer.Ordinal);
    }

    // The same object as long as nothing has been read anew.
    private static async ValueTask<BaseConfiguration?> Keys(TokenValidationParameters rules)
    {
        try
        {
            return rules.ConfigurationManager is { } manager
                ? await manager.GetBaseConfigurationAsync(CancellationToken.None)
                : null;
        }
        catch (InvalidOperationException)
        {
            // They cannot be read now; the check itself says what that means.
            return null;
        }
    }

    private static bool IsInTime(SecurityToken token, TokenValidationParameters rules)
    {
        try
        {
            DateTime? notBefore = token.ValidFrom == default ? null : token.ValidFrom;
            return rules.LifetimeValidator(notBefore, token.ValidTo, token, rules);
        }
        catch (SecurityTokenException)
        {
            return false;
        }
    }

    private sealed record Known(TokenValidationResult Result, BaseConfiguration Keys);
}
