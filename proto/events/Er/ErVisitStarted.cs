namespace NaraVard.Events.Er;

/// <summary>A person came to the ER.</summary>
public sealed record ErVisitStarted
{
    /// <summary>The ER visit it belongs to.</summary>
    public required Guid VisitId { get; init; }

    /// <summary>The person, as the deployment's key.</summary>
    public required string PersonKey { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
