namespace NaraVard.Events.Handoff;

/// <summary>A needs assessor has taken a handoff.</summary>
public sealed record HandoffAcknowledged
{
    /// <summary>The handoff.</summary>
    public required Guid HandoffId { get; init; }

    /// <summary>The person, as the deployment's key.</summary>
    public required string PersonKey { get; init; }

    /// <summary>The kommun.</summary>
    public required string KommunCode { get; init; }

    /// <summary>When the ER asked.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
