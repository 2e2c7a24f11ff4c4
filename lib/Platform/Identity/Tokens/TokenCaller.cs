using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;

namespace NaraVard.Platform.Identity.Tokens;

/// <summary>Reads who calls from a token whose signature, issuer, audience and lifetime have been checked.</summary>
internal sealed class TokenCaller(IdentityOptions options)
{
    private readonly FrozenSet<Organisation> served =
        options.Organisations.Where(text => Organisation.TryParse(text, out _)).Select(text => Organisation.Parse(text))
            .ToFrozenSet();

    // As long as the token itself is remembered.
    private readonly ConditionalWeakTable<JsonWebToken, Entrance> read = [];

    /// <summary>The same for the same token.</summary>
    public Entrance Read(JsonWebToken token) => read.GetValue(token, Claims);

    private Entrance Claims(JsonWebToken token)
    {
        using var claims = TokenClaims.Of(token);
        var organisations = Organisations(claims).Distinct().Take(2).ToList();
        if (organisations.Count == 0 || !Organisation.TryParse(organisations[0], out var organisation))
            return new(null, Refusal.OrganisationMissing);
        if (organisations.Count > 1)
            return new(null, Refusal.OrganisationAmbiguous);
        if (served.Count > 0 && !served.Contains(organisation))
            return new(null, Refusal.OrganisationNotServed);

        var client = claims.Text("azp") ?? claims.Text("client_id") ?? "";
        var subject = claims.Text(JwtRegisteredClaimNames.Sub);
        if (client.Length == 0)
            return new(null, Refusal.TokenInvalid);
        return new(Uppdrag.Of(name => claims.Text(name), new Caller
        {
            Subject = subject ?? client,
            ClientId = client,
            Organisation = organisation,
            Roles = Roles(claims).Where(role => Identity.Roles.BelongsTo(role, organisation.Kind)).ToFrozenSet(),
            HasUser = subject is not null && subject != client && !IsServiceAccount(claims),
        }), null);
    }

    private static bool IsServiceAccount(TokenClaims claims) =>
        claims.Text("preferred_username")?.StartsWith("service-account-", StringComparison.Ordinal) == true;

    /// <summary>
    /// Keycloak writes one organisation as text, several as a list, and with details as an object by name.
    /// </summary>
    private static IEnumerable<string> Organisations(TokenClaims claims) =>
        claims.Get("organization") is not { } claim ? [] : claim.ValueKind switch
        {
            JsonValueKind.String => [claim.GetString()!],
            JsonValueKind.Array => Strings(claim),
            JsonValueKind.Object => claim.EnumerateObject().Select(member => member.Name),
            _ => [],
        };

    private static IEnumerable<string> Roles(TokenClaims claims) =>
        claims.Get("realm_access") is { ValueKind: JsonValueKind.Object } access
        && access.TryGetProperty("roles", out var roles) && roles.ValueKind == JsonValueKind.Array
            ? Strings(roles)
            : [];

    private static IEnumerable<string> Strings(JsonElement list) =>
        list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!);
}
