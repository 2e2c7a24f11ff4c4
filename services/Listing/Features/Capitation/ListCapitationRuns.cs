using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Features.Capitation.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class CapitationService
{
    /// <summary>The runs, the latest computed first.</summary>
    [Authorize(Roles = Roles.ListingAdmin)]
    [NoPersonData("Sums of months.")]
    public override async Task<Proto.ListCapitationRunsResponse> ListCapitationRuns(
        Proto.ListCapitationRunsRequest request, ServerCallContext context)
    {
        var faults = new Violations();
        var paging = Paging.Parse(request.Page, request.Limit, faults);
        var system = System(request.ChoiceSystem, faults);
        faults.ThrowIfAny();

        var region = Region;
        var all = db.CapitationRuns.Where(run => run.Region == region && (system == null || run.System == system));
        var total = await all.CountAsync(context.CancellationToken);
        var page = await all.OrderByDescending(run => run.ComputedAt).ThenBy(run => run.Id)
            .Skip(paging.Skip).Take(paging.Limit).AsNoTracking().ToListAsync(context.CancellationToken);

        var reply = new Proto.ListCapitationRunsResponse { Meta = paging.Meta(page.Count, total) };
        reply.Runs.AddRange(page.Select(WireRun.Of));
        return reply;
    }
}
