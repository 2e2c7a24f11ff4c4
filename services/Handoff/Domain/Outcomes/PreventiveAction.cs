using NaraVard.Platform.Time;

namespace NaraVard.Handoff.Domain.Outcomes;

/// <summary>
/// One item of the deployment's catalogue of preventive actions (DOMAIN E9), with the days on which it may be chosen.
/// </summary>
internal sealed record PreventiveAction(string Code, string Sv, string En, DateOnly From, DateOnly? To) : IDated;
