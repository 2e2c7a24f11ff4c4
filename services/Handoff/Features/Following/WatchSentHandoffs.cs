using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Platform.Access;
using NaraVard.Platform.Identity;

namespace NaraVard.Handoff.Features;

internal sealed partial class HandoffService
{
    /// <summary>The ER unit's sent handoffs, live.</summary>
    [Authorize(Roles = Roles.ErStaff)]
    [PersonData(Activity.Read)]
    public override async Task WatchSentHandoffs(
        Proto.WatchSentHandoffsRequest request,
        IServerStreamWriter<Proto.WatchSentHandoffsResponse> responseStream,
        ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var list = new LiveList(changes, SentByMe(), Reach.OfEr(acting.Organisation, acting.Unit));
        await foreach (var steps in list.Follow(Changes.Cursor(request.Cursor), cancel))
        {
            acting.Touches(steps.Select(step => step.Handoff));
            foreach (var step in steps)
                await responseStream.WriteAsync(ErStep(step, context), cancel);
        }
    }

    private Proto.WatchSentHandoffsResponse ErStep(LiveStep step, ServerCallContext context) => new()
    {
        Cursor = step.Cursor?.ToString() ?? "",
        Kind = step.Kind,
        Handoff = step.Handoff is null ? null : Sent(step.Handoff, context),
        AsOf = Timestamp.FromDateTimeOffset(acting.Now),
    };
}
