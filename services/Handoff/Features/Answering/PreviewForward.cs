using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Handoff.Domain;
using NaraVard.Handoff.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Identity;

namespace NaraVard.Handoff.Features;

internal sealed partial class HandoffService
{
    /// <summary>
    /// Shows what would follow, what has to be made anew and what may not cross, before anything is sent.
    /// </summary>
    [Authorize(Roles = Roles.Bistandsbedomare)]
    [PersonData(Activity.Read)]
    public override async Task<Proto.PreviewForwardResponse> PreviewForward(
        Proto.PreviewForwardRequest request, ServerCallContext context)
    {
        var (id, kommun) = ParsedForward(request.HandoffId, request.KommunCode);
        var handoff = await OfMyKommun(id, context);
        var desk = rules.DeskOf(kommun, acting.Today);

        var reply = new Proto.PreviewForwardResponse
        {
            Forward = WireParts.Allowed(handoff, HandoffAction.Forward),
            Desk = Desk(desk.KommunCode, context),
        };
        reply.Copied.AddRange(ForwardPreview.Copied);
        reply.NeedsMapping.AddRange(ForwardPreview.NeedsMapping);
        reply.NotCopied.AddRange(ForwardPreview.NotCopied);
        return reply;
    }
}
