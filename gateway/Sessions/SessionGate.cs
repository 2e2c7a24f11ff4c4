using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using NaraVard.Gateway.Sessions.Storage;
using NaraVard.Platform.Identity;
using Npgsql;

namespace NaraVard.Gateway.Sessions;

/// <summary>
/// Turns the browser's cookie into the session's access token, before anything else looks at the request: sign-in,
/// limits, routes and services see the same caller as with a bearer token. A request with a token of its own is left
/// as it is.
/// </summary>
internal sealed class SessionGate(
    SessionCookie cookie, SessionStore store, SessionRefresh refresh, TimeProvider clock)
{
    public const string AntiForgeryHeader = "x-anti-forgery";

    public static readonly Refusal Ended = new(StatusCodes.Status401Unauthorized, "session-ended", new(
        "Du har blivit utloggad. Logga in igen.", "The session has ended. Sign in again."));

    private static readonly Refusal Forged = new(StatusCodes.Status403Forbidden, "anti-forgery", new(
        "Anropet kom inte från sidan du är inloggad på. Ladda om sidan.",
        "The request does not repeat the session's anti-forgery value (x-anti-forgery)."));

    public async Task Enter(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Headers.Authorization.Count == 0
            && context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null
            && await Enter(context) is { } refusal)
            context.Features.Set(new Entrance(null, refusal));
        await next(context);
    }

    /// <summary>After the token has been found good: the session has been used.</summary>
    public async Task Touch(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<Session>() is { } session
            && context.Features.Get<Entrance>()?.Caller is not null
            && context.GetEndpoint()?.Metadata.GetMetadata<LooksOnly>() is null
            && !Follows(context.Request)
            && clock.GetUtcNow() - session.SeenAt >= store.Idle / 30)
            await Touch(session.Id, context.RequestAborted);
        await next(context);
    }

    private async Task Touch(Guid id, CancellationToken ct)
    {
        try
        {
            await store.Touch(id, ct);
        }
        catch (NpgsqlException)
        {
            // The request has its token; the next one says again that the session is used.
        }
    }

    /// <summary>
    /// The session that the cookie names, for a request that its own page has made; or why not. Neither when there is
    /// no cookie of ours.
    /// </summary>
    public async Task<(Session? Session, Refusal? Refusal)> Find(HttpContext context)
    {
        if (cookie.Read(context.Request) is not { } id)
            return (null, null);
        if (await store.Find(id, context.RequestAborted) is not { } session)
            return (null, Ended);
        return IsWrite(context.Request) && !IsOwn(context.Request, session) ? (null, Forged) : (session, null);
    }

    private async Task<Refusal?> Enter(HttpContext context)
    {
        try
        {
            var (session, refusal) = await Find(context);
            if (session is null)
                return refusal;
            (session, var why) = await refresh.Renew(session, context.RequestAborted);
            if (why is not RefreshRefusal.None)
                return why is RefreshRefusal.Ended ? Ended : Refusal.SignInUnavailable;
            context.Request.Headers.Authorization = "Bearer " + session.Tokens.Access;
            context.Features.Set(session);
            return null;
        }
        catch (NpgsqlException)
        {
            return Refusal.SignInUnavailable;
        }
    }

    // A live list opens itself again and again on a computer that everybody has left.
    private static bool Follows(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase);

    private static bool IsWrite(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method);

    private static bool IsOwn(HttpRequest request, Session session) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(request.Headers[AntiForgeryHeader].ToString()),
        Encoding.UTF8.GetBytes(session.Tokens.AntiForgery));
}

/// <summary>Marks what may be asked without the session being used by it.</summary>
internal sealed class LooksOnly;
