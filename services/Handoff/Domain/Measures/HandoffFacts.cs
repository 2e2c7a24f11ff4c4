using NaraVard.Handoff.Domain.Outcomes;

namespace NaraVard.Handoff.Domain.Measures;

/// <summary>What the measures need to know of one handoff; no identity.</summary>
internal sealed record HandoffFacts(
    DateTimeOffset RequestedAt,
    DateTimeOffset? AcknowledgedAt,
    DateTimeOffset? AnsweredAt,
    OutcomeKind? Outcome,
    DateTimeOffset? HelpStartsAt,
    bool WasForwarded,
    DateTimeOffset? WentHomeAt,
    DateTimeOffset? NextAdmissionAt,
    DateTimeOffset? NextErVisitAt);
