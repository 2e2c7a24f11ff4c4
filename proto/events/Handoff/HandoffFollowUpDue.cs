namespace NaraVard.Events.Handoff;

/// <summary>A person whom a handoff gave help went home: the kommun should follow up.</summary>
public sealed record HandoffFollowUpDue
{
    /// <summary>The handoff.</summary>
    public required Guid HandoffId { get; init; }

    /// <summary>The person, as the deployment's key.</summary>
    public required string PersonKey { get; init; }

    /// <summary>The kommun.</summary>
    public required string KommunCode { get; init; }

    /// <summary>The Swedish calendar day by which to follow up.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
