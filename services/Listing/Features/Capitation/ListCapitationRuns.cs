using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Domain.Capitation.Runs;
using NaraVard.Listing.Features.Capitation.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class CapitationService
{
    /// <summary>
    /// The runs, the latest computed first. Staff of a unit see those that are final and pay it, without the region's
    /// sums.
    /// </summary>
    [Authorize(Roles = $"{Roles.ListingAdmin},{Roles.Clinician},{Roles.UnitManager}")]
    [NoPersonData("Sums of months.")]
    public override async Task<Proto.ListCapitationRunsResponse> ListCapitationRuns(
        Proto.ListCapitationRunsRequest request, ServerCallContext context)
    {
        var faults = new Violations();
        var paging = Paging.Parse(request.Page, request.Limit, faults);
        var system = System(request.ChoiceSystem, faults);
        faults.ThrowIfAny();

        var (region, unit) = (Region, reach.Unit);
        var all = db.CapitationRuns.Where(run => run.Region == region && (system == null || run.System == system));
        if (unit is not null)
            all = all.Where(run => run.State == RunState.Final
                && db.CapitationLines.Any(line => line.RunId == run.Id && line.Unit == unit));
        var total = await all.CountAsync(context.CancellationToken);
        var page = await all.OrderByDescending(run => run.ComputedAt).ThenBy(run => run.Id)
            .Skip(paging.Skip).Take(paging.Limit).AsNoTracking().ToListAsync(context.CancellationToken);

        var reply = new Proto.ListCapitationRunsResponse { Meta = paging.Meta(page.Count, total) };
        reply.Runs.AddRange(page.Select(run => unit is null ? WireRun.Of(run) : WireRun.WithoutSums(run)));
        return reply;
    }
}
