namespace NaraVard.Events.Er;

/// <summary>A person at the ER was admitted to hospital.</summary>
public sealed record PatientAdmitted
{
    /// <summary>The hospital's own id of the admission, to link a discharge case to.</summary>
    public required string EncounterId { get; init; }

    /// <summary>The ER visit it belongs to.</summary>
    public required Guid VisitId { get; init; }

    /// <summary>The person, as the deployment's key.</summary>
    public required string PersonKey { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
