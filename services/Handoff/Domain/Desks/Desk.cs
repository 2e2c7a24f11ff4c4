using NaraVard.Platform.Time;

namespace NaraVard.Handoff.Domain.Desks;

/// <summary>
/// Where a kommun receives handoffs, when it is open and how fast it promises to take one, from a day on and until
/// another version begins or the last day has passed.
/// </summary>
internal sealed record Desk(
    string KommunCode, string Name, string Phone, OpeningHours Hours, TimeSpan Target, DateOnly From = default,
    DateOnly? To = null) : IDated
{
    /// <summary>When a handoff that comes now should have been taken, counted in opening hours (DOMAIN W06).</summary>
    public DateTimeOffset DueAt(DateTimeOffset now) => Hours.AddOpenTime(now, Target) ?? now + Target;

    /// <summary>When the desk opens; null while it is open.</summary>
    public DateTimeOffset? OpensAt(DateTimeOffset now) => Hours.IsOpen(now) ? null : Hours.NextOpening(now);
}
