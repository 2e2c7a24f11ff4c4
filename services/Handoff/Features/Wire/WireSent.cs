using NaraVard.Handoff.Domain;
using NaraVard.Handoff.Domain.Desks;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Time;
using static NaraVard.Handoff.Features.Wire.WireParts;

namespace NaraVard.Handoff.Features.Wire;

/// <summary>Domain to wire: a handoff as the sending ER sees it, and the desk that has it.</summary>
internal static class WireSent
{
    private static readonly HandoffAction[] ErActions = [HandoffAction.WithdrawConsent, HandoffAction.End];

    public static Proto.SentHandoff Of(HandoffCase handoff, Proto.Desk desk)
    {
        var reply = new Proto.SentHandoff
        {
            HandoffId = handoff.Id.ToString(),
            Version = handoff.Version,
            State = (Proto.HandoffState)handoff.State,
            EndReason = (Proto.EndReason)(handoff.EndReason ?? 0),
            ErReference = handoff.ErReference,
            Desk = desk,
            RequestedAt = Time(handoff.RequestedAt),
            DueAt = Time(handoff.DueAt),
            IsOverdue = handoff.OverdueAt is not null,
            AcknowledgedAt = Time(handoff.AcknowledgedAt),
            Answer = handoff.Outcome is null ? null : RegionAnswer(handoff.Outcome.ForRegion),
        };
        reply.Receivers.AddRange(handoff.Receivers.Select(Receiver));
        reply.AllowedActions.AddRange(ErActions.Select(action => Allowed(handoff, action)));
        return reply;
    }

    public static Proto.Desk Desk(Desk desk, DateTimeOffset now, Func<Text, string> say)
    {
        var opensAt = desk.OpensAt(now);
        return new()
        {
            KommunCode = desk.KommunCode,
            Name = desk.Name,
            Phone = desk.Phone,
            IsOpen = desk.Hours.IsOpen(now),
            OpensAt = Time(opensAt),
            Notice = opensAt is null ? "" : say(Closed(opensAt.Value)),
        };
    }

    private static Text Closed(DateTimeOffset opensAt)
    {
        var local = StockholmTime.Local(opensAt);
        return new(
            $"Mottagningen är stängd och öppnar {local:yyyy-MM-dd} kl. {local:HH:mm}. Överlämningen väntar dit.",
            $"The desk is closed and opens {local:yyyy-MM-dd} at {local:HH:mm}. The handoff waits for it.");
    }
}
