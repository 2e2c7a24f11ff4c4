using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace NaraVard.Platform.Identity.Tokens;

/// <summary>The claims of a checked token, in the shape that their issuer wrote them.</summary>
internal sealed class TokenClaims(JsonDocument payload) : IDisposable
{
    public static TokenClaims Of(JsonWebToken token) =>
        new(JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload)));

    public JsonElement? Get(string name) => payload.RootElement.TryGetProperty(name, out var claim) ? claim : null;

    public string? Text(string name) =>
        Get(name) is { ValueKind: JsonValueKind.String } claim ? claim.GetString() : null;

    public void Dispose() => payload.Dispose();
}
