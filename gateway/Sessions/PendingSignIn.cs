using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;
using NaraVard.Gateway.Options;

namespace NaraVard.Gateway.Sessions;

/// <summary>A sign-in that has begun in this browser.</summary>
/// <param name="State">Comes back from the sign-in service: it answers this browser's question.</param>
/// <param name="Nonce">Comes back in the ID token.</param>
/// <param name="Verifier">Proves that the code is ours (RFC 7636).</param>
/// <param name="Return">The local path to go on to.</param>
/// <param name="Previous">The session that the new one replaces.</param>
/// <param name="Until">It may take so long.</param>
internal sealed record PendingSignIn(
    string State, string Nonce, string Verifier, string Return, Guid? Previous, DateTimeOffset Until)
{
    /// <summary>What the sign-in service is told of the verifier.</summary>
    public string Challenge => Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public static PendingSignIn Begin(string back, Guid? previous, DateTimeOffset until) =>
        new(Secret(), Secret(), Secret(), back, previous, until);

    /// <summary>32 random bytes as text.</summary>
    public static string Secret() => Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
}

/// <summary>The one cookie of a sign-in that has begun; a later one takes its place: they never pile up.</summary>
internal sealed class PendingSignIns(
    SessionsOptions options, IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>How long a person may take to sign in.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromMinutes(10);

    private readonly IDataProtector seal = protection.CreateProtector("NaraVard.Gateway.Sessions.Pending");

    private string Name => options.IsHttp ? "naravard-sign-in" : "__Secure-naravard-sign-in";

    public void Write(HttpResponse response, PendingSignIn pending) =>
        response.Cookies.Append(Name, seal.Protect(JsonSerializer.Serialize(pending)), Form());

    /// <summary>The sign-in that this answer belongs to, which can be finished once; null when there is none.</summary>
    public PendingSignIn? Take(HttpContext context, string? state)
    {
        if (!context.Request.Cookies.TryGetValue(Name, out var text))
            return null;
        var pending = Open(text);
        if (pending is null || state is null || !Same(pending.State, state))
            return null;
        context.Response.Cookies.Delete(Name, Form());
        return pending.Until > clock.GetUtcNow() ? pending : null;
    }

    private PendingSignIn? Open(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<PendingSignIn>(seal.Unprotect(text));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static bool Same(string one, string other) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    // Lax: the way back from the sign-in service begins at another site.
    private CookieOptions Form() => new()
    {
        HttpOnly = true,
        Secure = !options.IsHttp,
        SameSite = SameSiteMode.Lax,
        Path = "/session",
        MaxAge = Age,
        IsEssential = true,
    };
}
