namespace NaraVard.Events.Listing;

/// <summary>Somebody is no longer listed at a clinic from a day on.</summary>
public sealed record ListingEnded
{
    /// <summary>The listing.</summary>
    public required Guid ListingId { get; init; }

    /// <summary>Key of the person.</summary>
    public required string PersonKey { get; init; }

    /// <summary>For which care, as the code list <c>listing-type</c> names it.</summary>
    public required string ListingType { get; init; }

    /// <summary>HSA-id of the clinic.</summary>
    public required string ClinicId { get; init; }

    /// <summary>The first day on which it is over.</summary>
    public required DateOnly UntilDay { get; init; }

    /// <summary>Why, as the code list <c>listing-end-reason</c> names it.</summary>
    public required string Reason { get; init; }

    /// <summary>When it was decided.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
