using Microsoft.IdentityModel.Tokens;

namespace NaraVard.Platform.Identity.Tokens;

/// <summary>What every token must hold: a signature that cannot be made with a public key, and a lifetime.</summary>
internal static class TokenRules
{
    public static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    public static LifetimeValidator Lifetime(TimeProvider clock, IdentityOptions options)
    {
        var skew = TimeSpan.FromSeconds(options.ClockSkewSeconds);
        return (notBefore, expires, _, _) =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (expires is null)
                throw new SecurityTokenNoExpirationException("The token has no end.");
            if (now >= expires + skew)
                throw new SecurityTokenExpiredException("The token has expired.");
            return notBefore is null || now >= notBefore - skew;
        };
    }
}
