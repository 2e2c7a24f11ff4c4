using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Handoff.Domain;
using NaraVard.Handoff.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Handoff.Features;

internal sealed partial class HandoffService
{
    /// <summary>The delta feed for systems that poll: what has changed since a cursor, with tombstones.</summary>
    [Authorize(Roles = Roles.Bistandsbedomare)]
    [PersonData(Activity.Read)]
    public override async Task<Proto.ListHandoffChangesResponse> ListHandoffChanges(
        Proto.ListHandoffChangesRequest request, ServerCallContext context)
    {
        var faults = new Violations();
        var limit = Paging.Parse(page: 1, request.Limit, faults).Limit;
        var from = Changes.Cursor(request.Cursor, faults);
        faults.ThrowIfAny();
        var cancel = context.CancellationToken;

        var page = await changes.Read(Changes.DeskAudience(acting.Kommun), from, limit, cancel);
        if (page.Reset)
            throw Refusals.CursorTooOld();
        var ids = page.Changes.Select(change => change.Id).ToList();
        var now = await MyKommuns().Where(handoff => ids.Contains(handoff.Id))
            .ToDictionaryAsync(handoff => handoff.Id, cancel);

        var reply = new Proto.ListHandoffChangesResponse { NextCursor = page.Next.ToString(), HasMore = page.HasMore };
        reply.Changes.AddRange(ids.Select(id => Delta(id, now.GetValueOrDefault(id))));
        return reply;
    }

    private Proto.HandoffDelta Delta(Guid id, HandoffCase? handoff)
    {
        if (handoff is null)
            return new() { HandoffId = id.ToString(), IsRemoved = true };
        acting.Touches(handoff);
        return new() { HandoffId = id.ToString(), Handoff = WireHandoff.Of(handoff) };
    }
}
