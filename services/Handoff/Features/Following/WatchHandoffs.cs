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
        var list = new LiveList(changes, MyKommuns(), Reach.OfDesk(acting.Kommun));
        await foreach (var steps in list.Follow(Changes.Cursor(request.Cursor), cancel))
        {
            acting.Touches(steps.Select(step => step.Handoff));
            foreach (var step in steps)
                await responseStream.WriteAsync(DeskStep(step), cancel);
        }
    }

    private Proto.WatchHandoffsResponse DeskStep(LiveStep step) => new()
    {
        Cursor = step.Cursor?.ToString() ?? "",
        Kind = step.Kind,
        Handoff = step.Handoff is null ? null : WireHandoff.Of(step.Handoff),
        RemovedHandoffId = step.Removed?.ToString() ?? "",
        AsOf = Timestamp.FromDateTimeOffset(acting.Now),
    };
}
