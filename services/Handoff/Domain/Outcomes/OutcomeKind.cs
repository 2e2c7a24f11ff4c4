namespace NaraVard.Handoff.Domain.Outcomes;

/// <summary>
/// What a handoff led to. The first four are those of the Karlstad model (DOMAIN W18), the others its ways out (B9.1).
/// </summary>
internal enum OutcomeKind
{
    AdvisoryTalk = 1,
    PreventiveEffort = 2,
    Information = 3,
    EffortOnHomecoming = 4,
    InvestigationStarted = 5,
    ReferredElsewhere = 6,
    NoEffort = 7,
    DeclinedByPerson = 8,
    NotRegisteredHere = 9,
}
