namespace NaraVard.Events.Handoff;

/// <summary>
/// Nobody had taken a handoff when the desk's target time had passed. Said once for each desk it has been at.
/// </summary>
public sealed record HandoffOverdue
{
    /// <summary>The handoff.</summary>
    public required Guid HandoffId { get; init; }

    /// <summary>The person, as the deployment's key.</summary>
    public required string PersonKey { get; init; }

    /// <summary>The kommun.</summary>
    public required string KommunCode { get; init; }

    /// <summary>The target that was missed.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
