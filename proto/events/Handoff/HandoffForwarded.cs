namespace NaraVard.Events.Handoff;

/// <summary>A handoff went on to another kommun.</summary>
public sealed record HandoffForwarded
{
    /// <summary>The handoff.</summary>
    public required Guid HandoffId { get; init; }

    /// <summary>The person, as the deployment's key.</summary>
    public required string PersonKey { get; init; }

    /// <summary>The kommun that sent it on.</summary>
    public required string FromKommunCode { get; init; }

    /// <summary>The kommun that has it now.</summary>
    public required string ToKommunCode { get; init; }

    /// <summary>When the new desk should have taken it.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
