namespace NaraVard.Events.Listing;

/// <summary>A clinic's ceiling was decided or revised, or its queue began or came to an end.</summary>
public sealed record ClinicCapacityChanged
{
    /// <summary>HSA-id of the clinic.</summary>
    public required string ClinicId { get; init; }

    /// <summary>For which care, as the code list <c>listing-type</c> names it.</summary>
    public required string ListingType { get; init; }

    /// <summary>The most that may be listed today; null when there is no ceiling.</summary>
    public int? ListedMax { get; init; }

    /// <summary>How many are listed that the ceiling counts.</summary>
    public required int Counted { get; init; }

    /// <summary>How many wait in the queue.</summary>
    public required int Waiting { get; init; }

    /// <summary>When it changed.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
