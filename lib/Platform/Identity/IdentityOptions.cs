using System.ComponentModel.DataAnnotations;

namespace NaraVard.Platform.Identity;

/// <summary>
/// Whose tokens are honoured (section <c>Identity</c>). Nothing has a default: who may enter is never guessed.
/// </summary>
public sealed class IdentityOptions : IValidatableObject
{
    /// <summary>Where this process reads the sign-in service's keys: its realm's address inside the network.</summary>
    [Required]
    public string Authority { get; init; } = "";

    /// <summary>The issuer that tokens must name: the realm's address as users see it, which may differ.</summary>
    [Required]
    public string ValidIssuer { get; init; } = "";

    /// <summary>The audience that tokens must name.</summary>
    [Required]
    public string Audience { get; init; } = "";

    /// <summary>Allows an authority without TLS, for a laptop or inside a service mesh.</summary>
    public bool AllowHttp { get; init; }

    /// <summary>Clocks may differ by this much.</summary>
    [Range(0, 300)]
    public int ClockSkewSeconds { get; init; } = 30;

    /// <summary>
    /// The organisations that this deployment serves, as <c>region:17</c>; empty for all that the realm knows.
    /// </summary>
    public List<string> Organisations { get; init; } = [];

    /// <summary>Client id → how it proves for which user it acts (<c>x-acting-user</c>).</summary>
    public Dictionary<string, ActingClient> Clients { get; init; } = [];

    /// <summary>A signed statement of the acting user may be valid for this long at most.</summary>
    [Range(10, 3600)]
    public int ActingUserLifetimeSecondsMax { get; init; } = 300;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var authority)
            || (authority.Scheme != Uri.UriSchemeHttps && authority.Scheme != Uri.UriSchemeHttp))
            yield return new("must be an absolute https address", [nameof(Authority)]);
        else if (authority.Scheme == Uri.UriSchemeHttp && !AllowHttp)
            yield return new("must be https unless Identity:AllowHttp is true", [nameof(Authority)]);
        for (var i = 0; i < Organisations.Count; i++)
            if (!Organisation.TryParse(Organisations[i], out _))
                yield return new("is written as region:17 or kommun:1780", [$"{nameof(Organisations)}:{i}"]);
        foreach (var (id, client) in Clients)
            if (client.Key() is null)
                yield return new("must be an RSA (2048 bits) or EC public key in PEM",
                    [$"{nameof(Clients)}:{id}:{nameof(ActingClient.PublicKey)}"]);
    }
}
