using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Handoff.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Identity;

namespace NaraVard.Handoff.Features;

internal sealed partial class HandoffService
{
    /// <summary>The desk takes the handoff. Whoever comes second is told who was first.</summary>
    [Authorize(Roles = Roles.Bistandsbedomare)]
    [PersonData(Activity.Write)]
    public override async Task<Proto.Handoff> AcknowledgeHandoff(
        Proto.AcknowledgeHandoffRequest request, ServerCallContext context)
    {
        var handoff = await Hold(Fields.HandoffId(request.HandoffId), context);

        if (handoff.Acknowledge(acting.Worker, acting.Now))
            await Save(handoff, [Told.Acknowledged(handoff)], context);

        return WireHandoff.Of(handoff);
    }
}
