using System.Text.Json;
using Grpc.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using NaraVard.Gateway.Sessions.Storage;

namespace NaraVard.Gateway.Sessions;

/// <summary>
/// The sign-in service's word that a session is over (OpenID Connect Back-Channel Logout 1.0). Without a valid logout
/// token nothing happens; each token works once.
/// </summary>
internal sealed class BackChannelLogout(
    ProviderTokens tokens, SessionStore store, TimeProvider clock, ILogger<BackChannelLogout> log)
{
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";
    private static readonly TimeSpan AgeMax = TimeSpan.FromMinutes(5);

    public async Task Answer(HttpContext context)
    {
        var text = context.Request.HasFormContentType
            ? (await context.Request.ReadFormAsync(context.RequestAborted))["logout_token"].ToString()
            : "";
        if (await Read(text) is not { } logout
            || await store.EndAll(logout, context.RequestAborted) is not { } count)
        {
            await Refusals.Refuse(context, Problem.Of(StatusCodes.Status400BadRequest) with
            {
                Code = "logout-token-invalid",
                Swedish = "Beskedet om utloggning går inte att lita på.",
                English = "The logout token is not valid, or has been used.",
            });
            return;
        }

        Log.SignedOutThere(log, count, context.TraceIdentifier);
    }

    // Section 2.6 of the specification: issuer, audience, signature and end as of any token, and then these.
    private async Task<ProviderLogout?> Read(string text)
    {
        if (await tokens.Checked(text) is not { } token
            || token.GetClaimOrNull("nonce") is not null
            || !IsNew(token) || !SaysLogout(token))
            return null;
        var (subject, session) = (token.GetClaimOrNull("sub"), token.GetClaimOrNull("sid"));
        return token.Id.Length > 0 && (subject ?? session) is not null
            ? new(token.Id, subject, session, clock.GetUtcNow() + AgeMax + AgeMax)
            : null;
    }

    private bool IsNew(JsonWebToken token) =>
        token.IssuedAt != default && (clock.GetUtcNow().UtcDateTime - token.IssuedAt).Duration() <= AgeMax;

    private static bool SaysLogout(JsonWebToken token) =>
        token.TryGetPayloadValue<JsonElement>("events", out var events)
        && events.ValueKind is JsonValueKind.Object
        && events.TryGetProperty(Event, out var happened) && happened.ValueKind is JsonValueKind.Object;
}
