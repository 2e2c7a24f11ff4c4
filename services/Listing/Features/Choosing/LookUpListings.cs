using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Listing.Domain.Policy;
using NaraVard.Platform.Access;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Features;

internal sealed partial class ListingService
{
    /// <summary>A person's listings that hold or will, places in queues, and what may be chosen today.</summary>
    [Authorize(Roles = $"{Roles.ListingAdmin},{Roles.Partner}")]
    [PersonData(Activity.Read)]
    public override async Task<Proto.LookUpListingsResponse> LookUpListings(
        Proto.LookUpListingsRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var faults = new Violations();
        var number = faults.ParseNumber("personNumber", request.PersonNumber, clock);
        faults.ThrowIfAny();
        var key = await ledger.Current(keys.Of(number), cancel);
        acting.Touches(key, "listing", "");
        var policy = policies.Of(acting.Region, acting.Today);
        var person = await ledger.Person(key, acting.Region, acting.Today, cancel) ?? throw Refusals.PersonUnknown();
        var all = await db.Listings.AsNoTracking().Where(reach.Listings()).Where(one => one.Person == key)
            .OrderBy(one => one.From).ToListAsync(cancel);
        var places = await db.QueuePlaces.AsNoTracking().Where(reach.Places())
            .Where(one => one.Person == key && one.EndedOn == null).OrderBy(one => one.RequestedAt).ToListAsync(cancel);

        var open = all.FindAll(one => one.StateOn(acting.Today) != ListingState.Ended);
        var reply = new Proto.LookUpListingsResponse
        {
            ChangesLeft = policy.Changes.LeftOn(acting.Today, [
                .. all.Where(one => one.IsCountedChange).Select(one => one.RequestedOn),
                .. places.Where(one => one.IsCountedChange).Select(one => one.RequestedOn),
            ]),
        };
        reply.Listings.AddRange(await answers.Of(open, places, cancel));
        reply.ChoosableTypes.AddRange(Choosable(person, policy).Select(type => (Proto.ListingType)type));
        return reply;
    }

    private IEnumerable<ListingType> Choosable(PersonFacts person, ListingPolicy policy)
    {
        var from = policy.EffectOf(acting.Today);
        return person.Deceased <= from || person.MovedOut <= from
            ? []
            : Enum.GetValues<ListingType>().Where(type => policy.AllowsAge(type, person.Birth, from));
    }
}
