namespace NaraVard.Handoff.Domain.Disclosure;

/// <summary>What the ER discloses about the need of help.</summary>
internal sealed record Need(
    IReadOnlyList<ReasonCode> Reasons,
    string Summary,
    DateTimeOffset? ExpectedLeaveAt,
    TriageColour Triage,
    int? Frailty,
    bool LivesAlone);
