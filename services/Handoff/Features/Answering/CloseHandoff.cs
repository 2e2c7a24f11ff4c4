using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Handoff.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Identity;

namespace NaraVard.Handoff.Features;

internal sealed partial class HandoffService
{
    /// <summary>The desk is done with it.</summary>
    [Authorize(Roles = Roles.Bistandsbedomare)]
    [PersonData(Activity.Write)]
    public override async Task<Proto.Handoff> CloseHandoff(
        Proto.CloseHandoffRequest request, ServerCallContext context)
    {
        var handoff = await Hold(Fields.HandoffId(request.HandoffId), context);

        if (handoff.Close(acting.Worker, acting.Now))
            await Save(handoff, [Told.Closed(handoff)], context);

        return WireHandoff.Of(handoff);
    }
}
