namespace NaraVard.Visits.Features;

/// <summary>Visits. Each RPC has a file of its own in this folder.</summary>
internal sealed partial class VisitsService : Proto.VisitsService.VisitsServiceBase;
