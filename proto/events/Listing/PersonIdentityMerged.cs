namespace NaraVard.Events.Listing;

/// <summary>
/// Two keys are one person: a reserve number was replaced by a national number. Whoever holds the old key takes the
/// new.
/// </summary>
public sealed record PersonIdentityMerged
{
    /// <summary>The key that is no longer used.</summary>
    public required string OldPersonKey { get; init; }

    /// <summary>The key of the person from now on.</summary>
    public required string PersonKey { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
