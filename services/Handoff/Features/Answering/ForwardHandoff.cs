using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Handoff.Features.Wire;
using NaraVard.Identifiers.Places;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Handoff.Features;

internal sealed partial class HandoffService
{
    /// <summary>On to the kommun that is responsible; named by the caller, never guessed.</summary>
    [Authorize(Roles = Roles.Bistandsbedomare)]
    [PersonData(Activity.Write)]
    public override async Task<Proto.HandoffForwarding> ForwardHandoff(
        Proto.ForwardHandoffRequest request, ServerCallContext context)
    {
        var (id, kommun) = ParsedForward(request.HandoffId, request.KommunCode);
        var handoff = await Hold(id, context);
        var (from, desk) = (handoff.KommunCode, rules.DeskOf(kommun, acting.Today));

        handoff.Forward(desk, acting.Now);

        RequireSeen(handoff, context);
        await changes.SaveForwarded(handoff, from, Told.Forwarded(handoff, from), context.CancellationToken);
        var reply = new Proto.HandoffForwarding
        {
            HandoffId = handoff.Id.ToString(),
            Version = handoff.Version,
            Desk = Desk(desk.KommunCode, context),
        };
        reply.Receivers.AddRange(handoff.Receivers.Select(WireParts.Receiver));
        return reply;
    }

    private static (Guid Id, KommunCode Kommun) ParsedForward(string handoffId, string kommunCode)
    {
        var faults = new Violations();
        var id = Coded.Id("handoffId", handoffId, faults);
        if (!KommunCode.TryParse(kommunCode, out var kommun, out var error))
            faults.Add("kommunCode", error.Code, new Text(error.Sv, error.En));
        faults.ThrowIfAny();
        return (id, kommun);
    }
}
