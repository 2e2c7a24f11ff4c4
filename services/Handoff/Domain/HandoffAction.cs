namespace NaraVard.Handoff.Domain;

/// <summary>What may be done with a handoff; each is a sub-resource of the API.</summary>
internal enum HandoffAction
{
    Acknowledge,
    Start,
    RecordOutcome,
    Close,
    Forward,
    RevealNumber,
    WithdrawConsent,
    End,
}
