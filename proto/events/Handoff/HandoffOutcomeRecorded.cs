namespace NaraVard.Events.Handoff;

/// <summary>A handoff has its outcome.</summary>
public sealed record HandoffOutcomeRecorded
{
    /// <summary>The handoff.</summary>
    public required Guid HandoffId { get; init; }

    /// <summary>The person, as the deployment's key.</summary>
    public required string PersonKey { get; init; }

    /// <summary>The kommun.</summary>
    public required string KommunCode { get; init; }

    /// <summary>The kind, as its code in the code list handoff-outcome.</summary>
    public required string OutcomeKind { get; init; }

    /// <summary>When help begins, if it does.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
