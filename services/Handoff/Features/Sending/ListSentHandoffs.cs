using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Handoff.Domain;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Handoff.Features;

internal sealed partial class HandoffService
{
    /// <summary>The handoffs that the caller's ER unit has sent, newest first.</summary>
    [Authorize(Roles = Roles.ErStaff)]
    [PersonData(Activity.Read)]
    public override async Task<Proto.ListSentHandoffsResponse> ListSentHandoffs(
        Proto.ListSentHandoffsRequest request, ServerCallContext context)
    {
        var faults = new Violations();
        var paging = Paging.Parse(request.Page, request.Limit, faults);
        var states = States(request.State, faults);
        faults.ThrowIfAny();

        var mine = SentByMe().Where(sent => states.Count == 0 || states.Contains(sent.State));
        var total = await mine.CountAsync(context.CancellationToken);
        var page = await mine.OrderByDescending(sent => sent.RequestedAt).ThenBy(sent => sent.Id)
            .Skip(paging.Skip).Take(paging.Limit).ToListAsync(context.CancellationToken);

        page.ForEach(acting.Touches);
        var reply = new Proto.ListSentHandoffsResponse { Meta = paging.Meta(page.Count, total) };
        reply.Handoffs.AddRange(page.Select(handoff => Sent(handoff, context)));
        return reply;
    }

    private static List<HandoffState> States(IEnumerable<Proto.HandoffState> states, Violations faults) =>
        [.. states.Select((state, i) =>
            Coded.Parse<HandoffState, Proto.HandoffState>($"state[{i}]", state, faults)).Distinct()];
}
