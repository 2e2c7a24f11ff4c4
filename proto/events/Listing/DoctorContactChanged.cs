namespace NaraVard.Events.Listing;

/// <summary>
/// A person's contact with a doctor (fast läkarkontakt) was chosen, has an end, or goes on after all. It ends with the
/// listing without being told here.
/// </summary>
public sealed record DoctorContactChanged
{
    /// <summary>The listing, or the place in a queue, that it goes with.</summary>
    public required Guid ListingId { get; init; }

    /// <summary>Key of the person.</summary>
    public required string PersonKey { get; init; }

    /// <summary>HSA-id of the clinic.</summary>
    public required string ClinicId { get; init; }

    /// <summary>HSA-id of the doctor.</summary>
    public required string DoctorId { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly FromDay { get; init; }

    /// <summary>The first day on which it is over; null while no end is set.</summary>
    public DateOnly? UntilDay { get; init; }

    /// <summary>Why it ends, as the code list <c>doctor-end-reason</c> names it; null while no end is set.</summary>
    public string? EndReason { get; init; }

    /// <summary>
    /// Why the person must be told of it: <c>doctor-leaves</c> or <c>doctor-stays</c>; null when the person chose. A
    /// notice to the person says no more than this.
    /// </summary>
    public string? NoticeReason { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
