namespace NaraVard.Events.Er;

/// <summary>A person went home from the ER or from hospital.</summary>
public sealed record PatientDischarged
{
    /// <summary>Whether the person had been admitted; false when going home from the ER.</summary>
    public required bool FromHospital { get; init; }

    /// <summary>The ER visit it belongs to.</summary>
    public required Guid VisitId { get; init; }

    /// <summary>The person, as the deployment's key.</summary>
    public required string PersonKey { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
