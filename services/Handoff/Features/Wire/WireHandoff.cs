using NaraVard.Handoff.Domain;
using NaraVard.Handoff.Domain.Disclosure;
using NaraVard.Handoff.Domain.Outcomes;
using static NaraVard.Handoff.Features.Wire.WireParts;

namespace NaraVard.Handoff.Features.Wire;

/// <summary>Domain to wire: a handoff as the receiving kommun's desk sees it.</summary>
internal static class WireHandoff
{
    private const string Masked = "********-****";

    private static readonly HandoffAction[] DeskActions =
    [
        HandoffAction.Acknowledge, HandoffAction.Start, HandoffAction.RecordOutcome, HandoffAction.Close,
        HandoffAction.Forward, HandoffAction.RevealNumber, HandoffAction.WithdrawConsent,
    ];

    public static Proto.Handoff Of(HandoffCase handoff)
    {
        var reply = new Proto.Handoff
        {
            HandoffId = handoff.Id.ToString(),
            Version = handoff.Version,
            State = (Proto.HandoffState)handoff.State,
            EndReason = (Proto.EndReason)(handoff.EndReason ?? 0),
            KommunCode = handoff.KommunCode,
            ErUnit = handoff.ErUnit,
            ReceivedAt = Time(handoff.ReceivedAt),
            DueAt = Time(handoff.DueAt),
            IsOverdue = handoff.OverdueAt is not null,
            AcknowledgedBy = Worker(handoff.AcknowledgedBy),
            AcknowledgedAt = Time(handoff.AcknowledgedAt),
            StartedAt = Time(handoff.StartedAt),
            HasInvestigation = handoff.HasInvestigation,
            Outcome = Outcome(handoff.Outcome),
            AnsweredAt = Time(handoff.AnsweredAt),
            ClosedAt = Time(handoff.ClosedAt),
        };
        if (handoff.Disclosed is { } disclosed)
            AddDisclosed(reply, disclosed);
        reply.Receivers.AddRange(handoff.Receivers.Select(Receiver));
        reply.History.AddRange(handoff.History.Where(entry => entry.KommunCode == handoff.KommunCode).Select(Entry));
        reply.AllowedActions.AddRange(DeskActions.Select(action => Allowed(handoff, action)));
        return reply;
    }

    private static void AddDisclosed(Proto.Handoff reply, Disclosed disclosed)
    {
        reply.Person = Person(disclosed.Person);
        reply.Consent = Consent(disclosed.Consent);
        reply.Need = Need(disclosed.Need);
        reply.NextOfKin = Contact(disclosed.NextOfKin);
        reply.ErContact = Contact(disclosed.ErContact);
    }

    private static Proto.Person Person(PersonDetails person) => new()
    {
        Number = person.IsProtected ? Masked : person.Number,
        Name = person.Name,
        Phone = person.Phone,
        Protection = (Proto.Protection)person.Protection,
        InterpreterLanguage = person.InterpreterLanguage,
    };

    private static Proto.Consent Consent(Consent consent) => new()
    {
        Given = consent.Given,
        AskedBy = consent.AskedBy,
        AskedAt = Time(consent.AskedAt),
        Scope = (Proto.ConsentScope)consent.Scope,
        Representative = Contact(consent.Representative),
    };

    private static Proto.Need Need(Need need)
    {
        var reply = new Proto.Need
        {
            Summary = need.Summary,
            ExpectedLeaveAt = Time(need.ExpectedLeaveAt),
            TriageColour = (Proto.TriageColour)need.Triage,
            LivesAlone = need.LivesAlone,
        };
        if (need.Frailty is { } frailty)
            reply.Frailty = frailty;
        reply.ReasonCodes.AddRange(need.Reasons.Select(reason => (Proto.ReasonCode)reason));
        return reply;
    }

    private static Proto.Outcome? Outcome(Outcome? outcome) => outcome is null ? null : new()
    {
        Kind = (Proto.OutcomeKind)outcome.Kind,
        ServiceStart = outcome.ServiceStart is not { } start ? null : new()
        {
            What = start.What,
            StartsAt = Time(start.StartsAt),
            Contact = Contact(start.Contact),
        },
        CatalogueCode = outcome.CatalogueCode ?? "",
        ReferredTo = outcome.ReferredTo ?? "",
    };

    private static Proto.Worker? Worker(Worker? worker) =>
        worker is null ? null : new() { HsaId = worker.HsaId, Name = worker.Name };

    /// <summary>Only the own kommun's steps: another's are under its secrecy. Who had it is in the receivers.</summary>
    private static Proto.HistoryEntry Entry(HistoryEntry entry) => new()
    {
        State = (Proto.HandoffState)entry.State,
        At = Time(entry.At),
        KommunCode = entry.KommunCode,
        By = entry.HsaId is null ? null : new() { HsaId = entry.HsaId, Name = entry.Name },
    };
}
