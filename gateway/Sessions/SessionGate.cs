using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
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

    private static readonly Refusal Ended = new(StatusCodes.Status401Unauthorized, "session-ended", new(
        "Du har blivit utloggad. Logga in igen.", "The session has ended. Sign in again."));

    private static readonly Refusal Forged = new(StatusCodes.Status403Forbidden, "anti-forgery", new(
        "Anropet kom inte från sidan du är inloggad på. Ladda om sidan.",
        "The request does not repeat the session's anti-forgery value (x-anti-forgery)."));

    public async Task Enter(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Headers.Authorization.Count == 0
            && context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null
            && cookie.Read(context.Request) is { } id
            && await Enter(context, id) is { } refusal)
            context.Features.Set(new Entrance(null, refusal));
        await next(context);
    }

    /// <summary>After the token has been found good: the session has been used.</summary>
    public async Task Touch(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<Session>() is { } session
            && context.Features.Get<Entrance>()?.Caller is not null
            && context.GetEndpoint()?.Metadata.GetMetadata<LooksOnly>() is null
            && clock.GetUtcNow() - session.SeenAt >= store.Idle / 30)
            await store.Touch(session.Id, context.RequestAborted);
        await next(context);
    }

    private async Task<Refusal?> Enter(HttpContext context, Guid id)
    {
        try
        {
            if (await store.Find(id, context.RequestAborted) is not { } session)
                return Ended;
            if (IsWrite(context.Request) && !IsOwn(context.Request, session))
                return Forged;
            (session, var refusal) = await refresh.Renew(session, context.RequestAborted);
            if (refusal is RefreshRefusal.Ended)
                return Ended;
            if (refusal is RefreshRefusal.Unavailable)
                return Refusal.SignInUnavailable;
            context.Request.Headers.Authorization = "Bearer " + session.Tokens.Access;
            context.Features.Set(session);
            return null;
        }
        catch (NpgsqlException)
        {
            return Refusal.SignInUnavailable;
        }
    }

    private static bool IsWrite(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method);

    private static bool IsOwn(HttpRequest request, Session session) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(request.Headers[AntiForgeryHeader].ToString()),
        Encoding.UTF8.GetBytes(session.Tokens.AntiForgery));
}

/// <summary>Marks what may be asked without the session being used by it.</summary>
internal sealed class LooksOnly;
