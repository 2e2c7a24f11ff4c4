using NaraVard.Platform.Persons;

namespace NaraVard.Handoff.Data;

/// <summary>
/// What the region's systems told about a person's visits, kept only to count what handoffs led to (DOMAIN B9.3).
/// </summary>
internal sealed record CareEvent(PersonKey Person, CareEventKind Kind, Guid VisitId, DateTimeOffset At);

/// <summary>What happened.</summary>
internal enum CareEventKind
{
    ErVisit = 1,
    Admitted = 2,
    WentHomeFromEr = 3,
    WentHomeFromHospital = 4,
}
