using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using NaraVard.Gateway.Options;
using NaraVard.Gateway.Sessions.Storage;

namespace NaraVard.Gateway.Sessions;

/// <summary>
/// What the browser holds: the session's id, sealed, so that a cookie that is not ours costs no look at the database.
/// </summary>
internal sealed class SessionCookie(SessionsOptions options, IDataProtectionProvider protection)
{
    private const int LengthMax = 512;
    private readonly IDataProtector seal = protection.CreateProtector("NaraVard.Gateway.Sessions.Cookie");

    /// <summary>With the prefix a browser takes it over TLS, from this host and for all of it, or not at all.</summary>
    private string Name => options.IsHttp ? "naravard-session" : "__Host-naravard-session";

    /// <summary>The session that the browser names; null when it names none of ours.</summary>
    public Guid? Read(HttpRequest request)
    {
        if (!request.Cookies.TryGetValue(Name, out var text) || text.Length > LengthMax)
            return null;
        try
        {
            return Guid.Parse(seal.Unprotect(text));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Until the browser is closed; the session itself may end before.</summary>
    public void Write(HttpResponse response, Session session) =>
        response.Cookies.Append(Name, seal.Protect($"{session.Id}"), Form());

    public void Delete(HttpResponse response) => response.Cookies.Delete(Name, Form());

    // Strict: no other site can make the browser send it. The pages themselves need none.
    private CookieOptions Form() => new()
    {
        HttpOnly = true,
        Secure = !options.IsHttp,
        SameSite = SameSiteMode.Strict,
        Path = "/",
        IsEssential = true,
    };
}
