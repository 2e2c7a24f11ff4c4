using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Handoff.Domain;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Handoff.Features;

internal sealed partial class HandoffService
{
    private static readonly Text NotAnEnding = new(
        "Ange inskriven, gått eller avliden.", "Give admitted, left or deceased.");

    /// <summary>The ER tells that the person was admitted, left or died.</summary>
    [Authorize(Roles = Roles.ErStaff)]
    [PersonData(Activity.Write)]
    public override async Task<Proto.HandoffEnding> EndHandoff(
        Proto.EndHandoffRequest request, ServerCallContext context)
    {
        var (id, reason) = ParsedEnding(request);
        var handoff = await db.Hold(id, Mine(), context.CancellationToken);
        acting.Touches(handoff);
        if (handoff.EndReason != reason)
            Preconditions.Require(context, handoff.Version);

        if (handoff.End(reason, acting.Now))
            await changes.Save(handoff, [Told.Closed(handoff)], context.CancellationToken);

        return Ending(handoff, reason, handoff.ClosedAt);
    }

    private static (Guid Id, EndReason Reason) ParsedEnding(Proto.EndHandoffRequest request)
    {
        var faults = new Violations();
        var id = Coded.Id("handoffId", request.HandoffId, faults);
        var reason = Coded.Parse<EndReason, Proto.EndReason>("reason", request.Reason, faults);
        if (reason is EndReason.Completed or EndReason.ConsentWithdrawn)
            faults.Add("reason", "not-an-ending", NotAnEnding);
        faults.ThrowIfAny();
        return (id, reason);
    }
}
