using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class ListingService
{
    /// <summary>One listing or place in a queue that the caller may see.</summary>
    [Authorize(Roles = $"{Roles.ListingAdmin},{Roles.Partner},{Roles.Clinician},{Roles.UnitManager}")]
    [PersonData(Activity.Read)]
    public override async Task<Proto.Listing> GetListing(Proto.GetListingRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var faults = new Violations();
        var id = Coded.Id("listingId", request.ListingId, faults);
        faults.ThrowIfAny();
        var listing = await db.Listings.AsNoTracking().Where(reach.Listings())
            .SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (listing is not null)
            return await answers.Of(listing, cancel);
        var place = await db.QueuePlaces.AsNoTracking().Where(reach.Places())
            .SingleOrDefaultAsync(one => one.Id == id, cancel);
        return place is null ? throw new NotFound("listing") : await answers.Of(place, cancel);
    }
}
