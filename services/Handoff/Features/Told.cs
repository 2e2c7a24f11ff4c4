using NaraVard.Events.Handoff;
using NaraVard.Handoff.Domain;
using NaraVard.Platform.Rest;
using NaraVard.Platform.Time;

namespace NaraVard.Handoff.Features;

/// <summary>Domain to events: ids and facts only, never what was disclosed.</summary>
internal static class Told
{
    public static HandoffRequested Requested(HandoffCase handoff, bool isDeskOpen) => new()
    {
        HandoffId = handoff.Id,
        PersonKey = handoff.Person.ToString(),
        KommunCode = handoff.KommunCode,
        ErUnit = handoff.ErUnit,
        DueAt = handoff.DueAt,
        IsDeskOpen = isDeskOpen,
        OccurredAt = handoff.RequestedAt,
    };

    public static HandoffForwarded Forwarded(HandoffCase handoff, string from) => new()
    {
        HandoffId = handoff.Id,
        PersonKey = handoff.Person.ToString(),
        FromKommunCode = from,
        ToKommunCode = handoff.KommunCode,
        DueAt = handoff.DueAt,
        OccurredAt = handoff.ReceivedAt,
    };

    public static HandoffAcknowledged Acknowledged(HandoffCase handoff) => new()
    {
        HandoffId = handoff.Id,
        PersonKey = handoff.Person.ToString(),
        KommunCode = handoff.KommunCode,
        RequestedAt = handoff.RequestedAt,
        OccurredAt = handoff.AcknowledgedAt!.Value,
    };

    /// <summary>The event inside the deployment, and the allow-listed answer that crosses to the region.</summary>
    public static IEnumerable<object> OutcomeRecorded(HandoffCase handoff)
    {
        var answer = handoff.Outcome!.ForRegion;
        var kind = ((Proto.OutcomeKind)answer.Kind).Code();
        yield return new HandoffOutcomeRecorded
        {
            HandoffId = handoff.Id,
            PersonKey = handoff.Person.ToString(),
            KommunCode = handoff.KommunCode,
            OutcomeKind = kind,
            StartsAt = answer.StartsAt,
            OccurredAt = handoff.AnsweredAt!.Value,
        };
        yield return new HandoffAnswered
        {
            Recipient = handoff.Region,
            HandoffId = handoff.Id,
            OutcomeKind = kind,
            StartsAt = answer.StartsAt,
            ContactName = answer.Contact?.Name,
            ContactPhone = answer.Contact?.Phone,
            OccurredAt = handoff.AnsweredAt!.Value,
        };
    }

    public static HandoffClosed Closed(HandoffCase handoff, string? encounterId = null) => new()
    {
        HandoffId = handoff.Id,
        PersonKey = handoff.Person.ToString(),
        KommunCode = handoff.KommunCode,
        Reason = ((Proto.EndReason)handoff.EndReason!.Value).Code(),
        EncounterId = encounterId,
        OccurredAt = handoff.ClosedAt!.Value,
    };

    public static HandoffFollowUpDue FollowUpDue(HandoffCase handoff, DateTimeOffset wentHomeAt, int afterDays) => new()
    {
        HandoffId = handoff.Id,
        PersonKey = handoff.Person.ToString(),
        KommunCode = handoff.KommunCode,
        DueOn = StockholmTime.DayOf(wentHomeAt).AddDays(afterDays),
        OccurredAt = wentHomeAt,
    };

    /// <summary>As <see cref="Closed"/>, and also when it had been closed before for another reason.</summary>
    public static HandoffClosed ConsentWithdrawn(HandoffCase handoff) => new()
    {
        HandoffId = handoff.Id,
        PersonKey = handoff.Person.ToString(),
        KommunCode = handoff.KommunCode,
        Reason = Proto.EndReason.ConsentWithdrawn.Code(),
        OccurredAt = handoff.ConsentWithdrawnAt!.Value,
    };

    public static HandoffOverdue Overdue(HandoffCase handoff) => new()
    {
        HandoffId = handoff.Id,
        PersonKey = handoff.Person.ToString(),
        KommunCode = handoff.KommunCode,
        DueAt = handoff.DueAt,
        OccurredAt = handoff.OverdueAt!.Value,
    };
}
