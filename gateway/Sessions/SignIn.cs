using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NaraVard.Gateway.Sessions.Storage;
using NaraVard.Platform.Identity;

namespace NaraVard.Gateway.Sessions;

/// <summary>
/// Sign-in by authorization code with PKCE: to the sign-in service, back with a code, and on with a session of our own.
/// The browser never has a token.
/// </summary>
internal sealed class SignIn(
    PendingSignIns pendings, Provider provider, ProviderTokens tokens, SessionStore store, SessionCookie cookie,
    SignOut signOut, TimeProvider clock, ILogger<SignIn> log)
{
    /// <summary>Sends the browser to the sign-in service.</summary>
    public async Task Start(HttpContext context)
    {
        if (!Navigation.MayBe(context.Request))
        {
            await Refusals.Refuse(context, Refusal.NotSignedIn);
            return;
        }

        var current = cookie.Read(context.Request);
        var isAnew = current is { } id && await MustAskAnew(context, id);
        var pending = PendingSignIn.Begin(
            Navigation.Local(context.Request.Query["return"]), current, clock.GetUtcNow() + PendingSignIns.Age);
        if (await provider.SignInAddress(pending, isAnew, context.RequestAborted) is not { } address)
        {
            Fail(context, "unavailable");
            return;
        }

        pendings.Write(context.Response, pending);
        context.Response.Redirect(address);
    }

    // Where somebody was signed in and is no more, another may sit there now.
    private async Task<bool> MustAskAnew(HttpContext context, Guid id)
    {
        if (context.Request.Query["switch"] != "true")
            return await store.Find(id, context.RequestAborted) is null;
        await signOut.End(id, context.RequestAborted);
        cookie.Delete(context.Response);
        return true;
    }

    /// <summary>Takes the answer of the sign-in service, and goes on to where the person wanted to go.</summary>
    public async Task Finish(HttpContext context)
    {
        var query = context.Request.Query;
        if (pendings.Take(context, query["state"]) is not { } pending)
            Fail(context, "again");
        else if (query["code"].ToString() is { Length: > 0 } code)
            await Redeem(context, pending, code);
        else
            Fail(context, query["error"] == "access_denied" ? "refused" : "unavailable");
    }

    private async Task Redeem(HttpContext context, PendingSignIn pending, string code)
    {
        var given = await provider.Redeem(code, pending, context.RequestAborted);
        if (given.Answer is not Answer.Given)
        {
            Fail(context, given.Answer is Answer.Refused ? "again" : "unavailable");
            return;
        }

        if (await tokens.IdToken(given.Id, pending.Nonce) is not { } person)
        {
            Fail(context, "refused");
            return;
        }

        // Another session, another cookie: nobody can have planted this one.
        if (pending.Previous is { } previous)
            await store.End(previous, context.RequestAborted);
        var session = await store.Add(
            person.Subject, person.GetClaimOrNull("sid"),
            new(given.Access, given.AccessEndsAt, given.Refresh, PendingSignIn.Secret()), context.RequestAborted);
        cookie.Write(context.Response, session);
        Log.SignedIn(log, session.Id, context.TraceIdentifier);
        context.Response.Redirect(pending.Return);
    }

    // A page says it in words; a problem in JSON is nothing for a person who has just typed a password.
    private void Fail(HttpContext context, string why)
    {
        Log.NotSignedIn(log, why, context.TraceIdentifier);
        context.Response.Redirect($"/?sign-in={why}");
    }
}
