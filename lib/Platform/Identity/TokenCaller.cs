using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;

namespace NaraVard.Platform.Identity;

/// <summary>Reads who calls from a token whose signature, issuer, audience and lifetime have been checked.</summary>
internal sealed class TokenCaller(IdentityOptions options)
{
    private readonly FrozenSet<Organisation> served =
        options.Organisations.Where(text => Organisation.TryParse(text, out _)).Select(text => Organisation.Parse(text))
            .ToFrozenSet();

    public (Caller? Caller, Refusal? Refusal) Read(JsonWebToken token)
    {
        var organisations = Organisations(token).Distinct().Take(2).ToList();
        if (organisations.Count == 0 || !Organisation.TryParse(organisations[0], out var organisation))
            return (null, Refusal.OrganisationMissing);
        if (organisations.Count > 1)
            return (null, Refusal.OrganisationAmbiguous);
        if (served.Count > 0 && !served.Contains(organisation))
            return (null, Refusal.OrganisationNotServed);

        var client = Text(token, "azp") ?? Text(token, "client_id") ?? "";
        var subject = Text(token, JwtRegisteredClaimNames.Sub);
        return (Uppdrag.Of(name => Text(token, name), new Caller
        {
            Subject = subject ?? client,
            ClientId = client,
            Organisation = organisation,
            Roles = Roles(token).Where(role => Identity.Roles.BelongsTo(role, organisation.Kind)).ToFrozenSet(),
            HasUser = subject is not null && subject != client && !IsServiceAccount(token),
        }), null);
    }

    private static bool IsServiceAccount(JsonWebToken token) =>
        Text(token, "preferred_username")?.StartsWith("service-account-", StringComparison.Ordinal) == true;

    /// <summary>Keycloak writes one organisation as text, several as a list, and with details as an object by name.</summary>
    private static IEnumerable<string> Organisations(JsonWebToken token) =>
        Claim(token, "organization") is not { } claim ? [] : claim.ValueKind switch
        {
            JsonValueKind.String => [claim.GetString()!],
            JsonValueKind.Array => Strings(claim),
            JsonValueKind.Object => claim.EnumerateObject().Select(member => member.Name),
            _ => [],
        };

    private static IEnumerable<string> Roles(JsonWebToken token) =>
        Claim(token, "realm_access") is { ValueKind: JsonValueKind.Object } access
        && access.TryGetProperty("roles", out var roles) && roles.ValueKind == JsonValueKind.Array
            ? Strings(roles)
            : [];

    private static IEnumerable<string> Strings(JsonElement list) =>
        list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!);

    private static string? Text(JsonWebToken token, string name) =>
        Claim(token, name) is { ValueKind: JsonValueKind.String } claim ? claim.GetString() : null;

    private static JsonElement? Claim(JsonWebToken token, string name) =>
        token.TryGetPayloadValue<JsonElement>(name, out var claim) ? claim : null;
}
