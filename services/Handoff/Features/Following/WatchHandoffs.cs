using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Handoff.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Identity;

namespace NaraVard.Handoff.Features;

internal sealed partial class HandoffService
{
    /// <summary>
    /// The own kommun's handoffs, live. Each person shown is in the access log before the row leaves.
    /// </summary>
    [Authorize(Roles = Roles.Bistandsbedomare)]
    [PersonData(Activity.Read)]
    public override async Task WatchHandoffs(
        Proto.WatchHandoffsRequest request,
        IServerStreamWriter<Proto.WatchHandoffsResponse> responseStream,
        ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var list = new LiveList(changes, MyKommuns(), Changes.DeskAudience(acting.Kommun));
        await foreach (var step in list.Follow(Changes.Cursor(request.Cursor), cancel))
            await responseStream.WriteAsync(DeskStep(step), cancel);
    }

    private Proto.WatchHandoffsResponse DeskStep(LiveStep step)
    {
        if (step.Handoff is not null)
            acting.Touches(step.Handoff);
        return new()
        {
            Cursor = step.Cursor?.ToString() ?? "",
            Kind = step.Kind,
            Handoff = step.Handoff is null ? null : WireHandoff.Of(step.Handoff),
            RemovedHandoffId = step.Removed?.ToString() ?? "",
            AsOf = Timestamp.FromDateTimeOffset(acting.Now),
        };
    }
}
