namespace NaraVard.Events.Handoff;

/// <summary>An ER has asked a kommun for help on a person's way home.</summary>
public sealed record HandoffRequested
{
    /// <summary>The handoff.</summary>
    public required Guid HandoffId { get; init; }

    /// <summary>The person, as the deployment's key.</summary>
    public required string PersonKey { get; init; }

    /// <summary>The kommun that received it, four digits.</summary>
    public required string KommunCode { get; init; }

    /// <summary>HSA-id of the ER unit.</summary>
    public required string ErUnit { get; init; }

    /// <summary>When the desk should have taken it.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Whether the desk was open.</summary>
    public required bool IsDeskOpen { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
