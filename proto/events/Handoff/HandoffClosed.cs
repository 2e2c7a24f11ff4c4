namespace NaraVard.Events.Handoff;

/// <summary>Nothing more happens with a handoff.</summary>
public sealed record HandoffClosed
{
    /// <summary>The handoff.</summary>
    public required Guid HandoffId { get; init; }

    /// <summary>The person, as the deployment's key.</summary>
    public required string PersonKey { get; init; }

    /// <summary>The kommun.</summary>
    public required string KommunCode { get; init; }

    /// <summary>Why, as its code in the code list handoff-end-reason.</summary>
    public required string Reason { get; init; }

    /// <summary>The hospital's id of the admission, when that is why it closed and it is known.</summary>
    public string? EncounterId { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
