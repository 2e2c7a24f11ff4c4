namespace NaraVard.Events.Listing;

/// <summary>A booked time is the person's no more, and free again.</summary>
public sealed record TimeCancelled
{
    /// <summary>The booking.</summary>
    public required Guid BookingId { get; init; }

    /// <summary>The time.</summary>
    public required Guid TimeId { get; init; }

    /// <summary>Key of the person who was to come.</summary>
    public required string PersonKey { get; init; }

    /// <summary>HSA-id of the clinic, which must know of it.</summary>
    public required string ClinicId { get; init; }

    /// <summary>When it would have begun (UTC).</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>Why, as the code list <c>cancel-reason</c> names it.</summary>
    public required string Reason { get; init; }

    /// <summary>When it was cancelled (UTC).</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
