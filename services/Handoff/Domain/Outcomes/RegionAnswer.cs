using NaraVard.Handoff.Domain.Disclosure;

namespace NaraVard.Handoff.Domain.Outcomes;

/// <summary>
/// The allow-list of what goes back to the region: kind, start, contact (DOMAIN B9.1). Nothing may be added.
/// </summary>
internal sealed record RegionAnswer(OutcomeKind Kind, DateTimeOffset? StartsAt, Contact? Contact);
