namespace NaraVard.Events.Listing;

/// <summary>Somebody is listed at a clinic from a day on. Whatever listing there was before ends by that day.</summary>
public sealed record ListingChanged
{
    /// <summary>The listing.</summary>
    public required Guid ListingId { get; init; }

    /// <summary>Key of the person.</summary>
    public required string PersonKey { get; init; }

    /// <summary>For which care, as the code list <c>listing-type</c> names it.</summary>
    public required string ListingType { get; init; }

    /// <summary>HSA-id of the clinic.</summary>
    public required string ClinicId { get; init; }

    /// <summary>HSA-id of the clinic that is left; null when there was none.</summary>
    public string? LeftClinicId { get; init; }

    /// <summary>How the person came to be listed, as the code list <c>listing-kind</c> names it.</summary>
    public required string Kind { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly FromDay { get; init; }

    /// <summary>
    /// Why the person must be told of it; null when the person chose. A notice to the person says no more than this.
    /// </summary>
    public string? NoticeReason { get; init; }

    /// <summary>When it was decided.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
