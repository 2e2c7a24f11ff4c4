using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using NaraVard.Gateway.Sessions.Storage;
using NaraVard.Platform.Identity;

namespace NaraVard.Gateway.Sessions;

/// <summary>Who is signed in, until when, and what writes must repeat. Asking makes no session longer.</summary>
internal sealed class ShowSession(SessionStore store, Caller caller)
{
    public async Task Answer(HttpContext context)
    {
        if (context.Features.Get<Session>() is not { } session)
        {
            // A bearer token is no session.
            await Refusals.Refuse(context, Refusal.NotSignedIn);
            return;
        }

        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("name", caller.Name);
        json.WriteString("userName", new JsonWebToken(session.Tokens.Access).GetClaimOrNull("preferred_username"));
        json.WriteStartArray("roles");
        foreach (var role in caller.Roles.Order(StringComparer.Ordinal))
            json.WriteStringValue(role);
        json.WriteEndArray();
        Organisation(json);
        json.WriteString("hsaId", caller.HsaId);
        json.WriteString("title", caller.Title);
        json.WriteString("idleUntil", Earlier(session.SeenAt + store.Idle, session.EndsAt));
        json.WriteString("endsAt", session.EndsAt);
        json.WriteString("antiForgery", session.Tokens.AntiForgery);
        json.WriteEndObject();
    }

    private void Organisation(Utf8JsonWriter json)
    {
        json.WriteStartObject("organisation");
        json.WriteString("id", caller.Organisation.ToString());
        json.WriteString("kind", caller.Organisation.Kind is OrganisationKind.Region ? "region" : "kommun");
        json.WriteString("code", caller.Organisation.Code);
        json.WriteString("unit", caller.Unit);
        json.WriteString("caregiver", caller.Caregiver);
        json.WriteEndObject();
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
