using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Handoff.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Identity;

namespace NaraVard.Handoff.Features;

internal sealed partial class HandoffService
{
    /// <summary>The needs assessor begins, with or without an investigation.</summary>
    [Authorize(Roles = Roles.Bistandsbedomare)]
    [PersonData(Activity.Write)]
    public override async Task<Proto.Handoff> StartHandoff(
        Proto.StartHandoffRequest request, ServerCallContext context)
    {
        var handoff = await Hold(Fields.HandoffId(request.HandoffId), context);

        if (handoff.Start(request.Investigation, acting.Worker, acting.Now))
            await Save(handoff, [], context);

        return WireHandoff.Of(handoff);
    }
}
