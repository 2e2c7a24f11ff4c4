using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using NaraVard.Listing.Domain.Ceilings;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

internal sealed partial class ListingService
{
    private static readonly Text NotByHand = new(
        "Så avslutas ingen listning för hand.", "No listing is ended so by hand.");

    /// <summary>Ends a listing from today, or leaves a queue. The same again answers the same.</summary>
    [Authorize(Roles = $"{Roles.ListingAdmin},{Roles.Partner}")]
    [PersonData(Activity.Write)]
    public override async Task<Proto.Listing> EndListing(Proto.EndListingRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var (id, reason) = ParsedEnding(request);
        return await reach.Hold(id, cancel) is PersonListing listing
            ? await End(listing, reason, context)
            : await Leave((await db.QueuePlaces.FindAsync([id], cancel))!, reason, context);
    }

    private async Task<Proto.Listing> End(PersonListing listing, EndReason reason, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var state = listing.StateOn(acting.Today);
        if (state != ListingState.Ended || listing.EndReason != reason)
        {
            Preconditions.Require(context, listing.Version);
            if (EndingRules.Obstacle(state, reason, reach.IsAdmin) is { } obstacle)
                throw obstacle;
            var book = await db.Book(listing.Person, listing.Type, cancel);
            string?[] clinics = [book.Latest?.Clinic];
            var loads = await db.HoldLoads(listing.Type, clinics.OfType<string>(), cancel);
            placing.End(new(loads, book, []), acting.Today, reason);
            await db.Commit(cancel);
        }

        return await answers.Of(listing, cancel);
    }

    private async Task<Proto.Listing> Leave(QueuePlace place, EndReason reason, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        if (place.State != ListingState.Ended || place.EndReason != reason)
        {
            Preconditions.Require(context, place.Version);
            if (EndingRules.Obstacle(place.State, reason, reach.IsAdmin) is { } obstacle)
                throw obstacle;
            var loads = await db.HoldLoads(place.Type, [place.Clinic], cancel);
            placing.End(new(loads, new([]), [place]), acting.Today, reason);
            await db.Commit(cancel);
        }

        return await answers.Of(place, cancel);
    }

    private static (Guid Id, EndReason Reason) ParsedEnding(Proto.EndListingRequest request)
    {
        var faults = new Violations();
        var id = Coded.Id("listingId", request.ListingId, faults);
        var reason = Coded.Parse<EndReason, Proto.ListingEndReason>("reason", request.Reason, faults);
        if (reason is EndReason.Relisted or EndReason.ProviderClosed or EndReason.AgedOut)
            faults.Add("reason", "not-by-hand", NotByHand);
        faults.ThrowIfAny();
        return (id, reason);
    }
}
