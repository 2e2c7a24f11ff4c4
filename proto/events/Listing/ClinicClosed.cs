namespace NaraVard.Events.Listing;

/// <summary>A clinic closes for good. Who is listed there is moved by the region's rule.</summary>
public sealed record ClinicClosed
{
    /// <summary>HSA-id.</summary>
    public required string ClinicId { get; init; }

    /// <summary>The first day on which it is closed.</summary>
    public required DateOnly ClosedFrom { get; init; }

    /// <summary>Why, as in the code list <c>closure-reason</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>When it was decided here (UTC).</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
