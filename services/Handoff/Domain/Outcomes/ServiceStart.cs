using NaraVard.Handoff.Domain.Disclosure;

namespace NaraVard.Handoff.Domain.Outcomes;

/// <summary>
/// The help that begins. What it is stays in the kommun; when and whom to call goes back to the region.
/// </summary>
internal sealed record ServiceStart(string What, DateTimeOffset StartsAt, Contact Contact);
