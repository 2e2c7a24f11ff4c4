using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Features.Wire;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class ListingService
{
    /// <summary>The worklist of those for whom no rule found a clinic.</summary>
    [Authorize(Roles = Roles.ListingAdmin)]
    [PersonData(Activity.Read)]
    public override async Task<Proto.ListUnassignedResponse> ListUnassigned(
        Proto.ListUnassignedRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var faults = new Violations();
        var paging = Paging.Parse(request.Page, request.Limit, faults);
        faults.ThrowIfAny();

        var mine = db.Unassigned.AsNoTracking().Where(one => one.Region == acting.Region);
        var total = await mine.CountAsync(cancel);
        var page = await mine.OrderBy(one => one.Since).ThenBy(one => one.Person).ThenBy(one => one.Type)
            .Skip(paging.Skip).Take(paging.Limit).ToListAsync(cancel);
        var numbers = await answers.Numbers([.. page.Select(one => one.Person)], cancel);

        var reply = new Proto.ListUnassignedResponse { Meta = paging.Meta(page.Count, total) };
        foreach (var one in page)
        {
            acting.Touches(one.Person, "listing", "");
            reply.Unassigned.Add(new Proto.Unassigned
            {
                PersonNumber = numbers.GetValueOrDefault(one.Person, ""),
                Type = (Proto.ListingType)one.Type,
                Because = one.Because,
                SinceDay = Days.Text(one.Since),
            });
        }

        return reply;
    }
}
