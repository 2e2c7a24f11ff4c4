namespace NaraVard.Events.Listing;

/// <summary>A person has a time at a clinic.</summary>
public sealed record TimeBooked
{
    /// <summary>The booking.</summary>
    public required Guid BookingId { get; init; }

    /// <summary>The time.</summary>
    public required Guid TimeId { get; init; }

    /// <summary>Key of the person who comes.</summary>
    public required string PersonKey { get; init; }

    /// <summary>HSA-id of the clinic.</summary>
    public required string ClinicId { get; init; }

    /// <summary>When it begins (UTC).</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>How long it is.</summary>
    public required int Minutes { get; init; }

    /// <summary>Whom the person meets, as the code list <c>profession</c> names it.</summary>
    public required string Profession { get; init; }

    /// <summary>How they meet, as the code list <c>contact-form</c> names it.</summary>
    public required string Form { get; init; }

    /// <summary>The booking that it was made instead of; null when there was none.</summary>
    public Guid? ReplacesBookingId { get; init; }

    /// <summary>When it was booked (UTC).</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
