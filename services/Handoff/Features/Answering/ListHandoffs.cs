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
    /// <summary>The own kommun's handoffs: colour first, then longest wait (DOMAIN E5).</summary>
    [Authorize(Roles = Roles.Bistandsbedomare)]
    [PersonData(Activity.Read)]
    public override async Task<Proto.ListHandoffsResponse> ListHandoffs(
        Proto.ListHandoffsRequest request, ServerCallContext context)
    {
        var faults = new Violations();
        var paging = Paging.Parse(request.Page, request.Limit, faults);
        var states = States(request.State, faults);
        faults.ThrowIfAny();

        var mine = MyKommuns().Where(handoff =>
            states.Count == 0 ? handoff.State != HandoffState.Closed : states.Contains(handoff.State));
        if (request.Mine)
            mine = TakenByMe(mine);
        var total = await mine.CountAsync(context.CancellationToken);
        var page = await mine.OrderBy(handoff => handoff.Triage).ThenBy(handoff => handoff.ReceivedAt)
            .ThenBy(handoff => handoff.Id).Skip(paging.Skip).Take(paging.Limit).ToListAsync(context.CancellationToken);

        page.ForEach(acting.Touches);
        var reply = new Proto.ListHandoffsResponse { Meta = paging.Meta(page.Count, total) };
        reply.Handoffs.AddRange(page.Select(WireHandoff.Of));
        return reply;
    }

    private IQueryable<HandoffCase> TakenByMe(IQueryable<HandoffCase> handoffs)
    {
        var me = acting.Worker.HsaId;
        return handoffs.Where(handoff => handoff.AcknowledgedBy!.HsaId == me);
    }
}
