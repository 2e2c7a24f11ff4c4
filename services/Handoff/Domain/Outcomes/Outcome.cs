using NaraVard.Platform.Errors;

namespace NaraVard.Handoff.Domain.Outcomes;

/// <summary>What a handoff led to, with the fields that its kind needs.</summary>
internal sealed record Outcome(OutcomeKind Kind, ServiceStart? ServiceStart, string? CatalogueCode, string? ReferredTo)
{
    /// <summary>What may be told the region.</summary>
    public RegionAnswer ForRegion => new(Kind, ServiceStart?.StartsAt, ServiceStart?.Contact);

    /// <summary>Whether the kommun does something that is to be followed up when the person is home.</summary>
    public bool NeedsFollowUp =>
        Kind is OutcomeKind.PreventiveEffort or OutcomeKind.EffortOnHomecoming or OutcomeKind.InvestigationStarted;

    /// <summary>
    /// Why this outcome cannot be recorded for a handoff in this state; null when it can. Declined and wrong kommun are
    /// seen before any work begins; everything else is the result of work.
    /// </summary>
    public RuleViolation? Obstacle(HandoffState state, bool hasInvestigation) => Kind switch
    {
        OutcomeKind.DeclinedByPerson or OutcomeKind.NotRegisteredHere => null,
        _ => state < HandoffState.Started ? Refusals.NotStarted() : Missing(hasInvestigation),
    };

    private RuleViolation? Missing(bool hasInvestigation) => Kind switch
    {
        OutcomeKind.InvestigationStarted => hasInvestigation ? null : Refusals.InvestigationNotStarted(),
        OutcomeKind.PreventiveEffort => CatalogueCode is null ? Refusals.CatalogueItemMissing() : null,
        OutcomeKind.EffortOnHomecoming => ServiceStart is null ? Refusals.ServiceStartMissing() : null,
        OutcomeKind.ReferredElsewhere => ReferredTo is null ? Refusals.ReferralMissing() : null,
        OutcomeKind.AdvisoryTalk or OutcomeKind.Information or OutcomeKind.NoEffort => null,
        OutcomeKind.DeclinedByPerson or OutcomeKind.NotRegisteredHere => null,
    };
}
