using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Platform.Access;
using NaraVard.Platform.Identity;

namespace NaraVard.Listing.Features;

internal sealed partial class ListingService
{
    /// <summary>The delta feed for systems that poll: what has changed since a cursor, with tombstones.</summary>
    [Authorize(Roles = $"{Roles.ListingAdmin},{Roles.Partner},{Roles.Clinician},{Roles.UnitManager}")]
    [PersonData(Activity.Read)]
    public override async Task<Proto.ListListingChangesResponse> ListListingChanges(
        Proto.ListListingChangesRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var page = await following.Read(Telling.Resource, request.Cursor, request.Limit, cancel);
        var ids = page.Changes.Select(change => change.Id).ToList();
        var listings = await db.Listings.AsNoTracking().Where(reach.Listings())
            .Where(one => ids.Contains(one.Id)).ToListAsync(cancel);
        var places = await db.QueuePlaces.AsNoTracking().Where(reach.Places())
            .Where(one => ids.Contains(one.Id)).ToListAsync(cancel);
        var now = (await answers.Of(listings, places, cancel)).ToDictionary(one => one.ListingId);

        var reply = new Proto.ListListingChangesResponse { NextCursor = page.Next.ToString(), HasMore = page.HasMore };
        reply.Changes.AddRange(ids.Select(id => id.ToString()).Select(id => new Proto.ListingDelta
        {
            ListingId = id,
            IsRemoved = !now.ContainsKey(id),
            Listing = now.GetValueOrDefault(id),
        }));
        return reply;
    }
}
