namespace NaraVard.Platform.Identity;

/// <summary>
/// Who calls: the user and the uppdrag (unit, caregiver, purpose) he or she acts in, the system used, and the
/// organisation. Injected per request; the claims have been checked before it exists.
/// </summary>
public sealed record Caller
{
    /// <summary>The user's id at the sign-in service; a client's own id when a system calls without a user.</summary>
    public required string Subject { get; init; }

    /// <summary>The system that calls (<c>azp</c> or <c>client_id</c>).</summary>
    public required string ClientId { get; init; }

    /// <summary>Whose staff, or whose system, this is.</summary>
    public required Organisation Organisation { get; init; }

    /// <summary>The roles that the organisation can have given; see <see cref="Identity.Roles"/>.</summary>
    public required IReadOnlySet<string> Roles { get; init; }

    /// <summary>The user's HSA-id, when the catalogue has one.</summary>
    public string? HsaId { get; init; }

    /// <summary>The user's name, for the access log only.</summary>
    public string? Name { get; init; }

    /// <summary>The user's title, such as <c>Sjuksköterska</c>.</summary>
    public string? Title { get; init; }

    /// <summary>HSA-id of the unit (vårdenhet) of the chosen uppdrag.</summary>
    public string? Unit { get; init; }

    /// <summary>
    /// HSA-id or organisation number of the caregiver (vårdgivare, omsorgsgivare) of the chosen uppdrag.
    /// </summary>
    public string? Caregiver { get; init; }

    /// <summary>Purpose of the chosen uppdrag, such as <c>Vård och behandling</c>.</summary>
    public string? Purpose { get; init; }

    /// <summary>
    /// True when a person acts, by token or by the signed header of the system that acts for him or her.
    /// </summary>
    public bool HasUser { get; init; }

    /// <summary>The service itself, in consumers of events and in background jobs: no user and no roles.</summary>
    /// <param name="service">The service's word, such as <c>handoff</c>.</param>
    /// <param name="organisation">For whom it acts.</param>
    public static Caller System(string service, Organisation organisation = default) => new()
    {
        Subject = $"system:{service}",
        ClientId = service,
        Organisation = organisation,
        Roles = new HashSet<string>(),
    };

    /// <summary>True when the caller has the role.</summary>
    public bool Is(string role) => Roles.Contains(role);

    /// <summary>Client and subject only: a name never reaches a log by accident.</summary>
    public override string ToString() => $"{ClientId}/{Subject}";
}
