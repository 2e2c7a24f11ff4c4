using Google.Protobuf.WellKnownTypes;
using NaraVard.Handoff.Domain;
using NaraVard.Handoff.Domain.Disclosure;
using NaraVard.Handoff.Domain.Outcomes;

namespace NaraVard.Handoff.Features.Wire;

/// <summary>Domain to wire: the parts that both views have.</summary>
internal static class WireParts
{
    public static Timestamp? Time(DateTimeOffset? at) => at is null ? null : Timestamp.FromDateTimeOffset(at.Value);

    public static Proto.Contact? Contact(Contact? contact) => contact is null ? null : new()
    {
        Name = contact.Name,
        Phone = contact.Phone,
        Relation = contact.Relation,
    };

    public static Proto.Receiver Receiver(Receiver receiver) => new()
    {
        KommunCode = receiver.KommunCode,
        ReceivedAt = Time(receiver.ReceivedAt),
        ForwardedAt = Time(receiver.ForwardedAt),
    };

    public static Proto.RegionAnswer RegionAnswer(RegionAnswer answer) => new()
    {
        OutcomeKind = (Proto.OutcomeKind)answer.Kind,
        StartsAt = Time(answer.StartsAt),
        Contact = Contact(answer.Contact),
    };

    public static Api.V1.AllowedAction Allowed(HandoffCase handoff, HandoffAction action)
    {
        var obstacle = handoff.Obstacle(action);
        return new()
        {
            Action = PathOf(action),
            Allowed = obstacle is null,
            Code = obstacle?.Code ?? "",
            Reason = obstacle?.Text.Sv ?? "",
        };
    }

    /// <summary>The action as the last part of its path.</summary>
    private static string PathOf(HandoffAction action) => action switch
    {
        HandoffAction.Acknowledge => "acknowledgements",
        HandoffAction.Start => "starts",
        HandoffAction.RecordOutcome => "outcomes",
        HandoffAction.Close => "closings",
        HandoffAction.Forward => "forwardings",
        HandoffAction.RevealNumber => "number-disclosures",
        HandoffAction.WithdrawConsent => "consent-withdrawals",
        HandoffAction.End => "endings",
    };
}
