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
    /// The lines of a run, by unit, the rounding last; their sum is the total. Staff of a unit see its own lines of a
    /// final run; all else does not exist for them.
    /// </summary>
    [Authorize(Roles = $"{Roles.ListingAdmin},{Roles.Clinician},{Roles.UnitManager}")]
    [NoPersonData("Sums of units.")]
    public override async Task<Proto.ListCapitationLinesResponse> ListCapitationLines(
        Proto.ListCapitationLinesRequest request, ServerCallContext context)
    {
        var faults = new Violations();
        var id = Coded.Id("runId", request.RunId, faults);
        var paging = Paging.Parse(request.Page, request.Limit, faults);
        faults.ThrowIfAny();
        var run = await db.Run(Region, id, context.CancellationToken);

        var unit = reach.Unit;
        var all = db.CapitationLines.Where(line => line.RunId == run.Id && (unit == null || line.Unit == unit));
        var total = await all.CountAsync(context.CancellationToken);
        if (unit is not null && (run.State != RunState.Final || total == 0))
            throw new NotFound("capitation run");
        var page = await all.OrderBy(line => line.Place).Skip(paging.Skip).Take(paging.Limit).AsNoTracking()
            .ToListAsync(context.CancellationToken);

        var reply = new Proto.ListCapitationLinesResponse { Meta = paging.Meta(page.Count, total) };
        reply.Lines.AddRange(page.Select(WireRun.Of));
        return reply;
    }
}
