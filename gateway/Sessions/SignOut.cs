using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NaraVard.Gateway.Sessions.Storage;
using NaraVard.Platform.Identity;

namespace NaraVard.Gateway.Sessions;

/// <summary>The end of a session by its own user: here at once, then at the sign-in service.</summary>
internal sealed class SignOut(
    SessionGate gate, SessionStore store, SessionCookie cookie, Provider provider, ILogger<SignOut> log)
{
    public async Task Answer(HttpContext context)
    {
        // Not by its token, which may have run out, or be renewed just now.
        var (found, refusal) = await gate.Find(context);
        if (found is not { } session)
        {
            await Refusals.Refuse(context, refusal ?? Refusal.NotSignedIn);
            return;
        }

        await End(session.Id, context.RequestAborted);
        cookie.Delete(context.Response);
        var next = await provider.SignOutAddress(context.RequestAborted);
        context.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("next", next);
        json.WriteEndObject();
    }

    /// <summary>Ends it whatever else is going on; a refresh that is under way finds nothing to write to.</summary>
    public async Task End(Guid id, CancellationToken ct)
    {
        if (await store.End(id, ct) is not { } ended)
            return;
        Log.SignedOut(log, id, "user");
        if (ended.Tokens.Refresh is { } refresh
            && await provider.SignOut(refresh, ct) is { Answer: not Sessions.Answer.Given })
            Log.StillSignedInElsewhere(log, id);
    }
}
