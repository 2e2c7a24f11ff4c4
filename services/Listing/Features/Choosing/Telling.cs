using NaraVard.Events.Listing;
using NaraVard.Listing.Data;
using NaraVard.Listing.Domain.Ceilings;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Listing.Domain.Doctors;
using NaraVard.Platform.Feeds;
using NaraVard.Platform.Messaging;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

/// <summary>Tells, in the commit of what happened, those who follow the listings and all other services.</summary>
internal sealed class Telling(Outbox<ListingDb> outbox, Feed<ListingDb> feed, TimeProvider clock)
{
    /// <summary>What a listing or a place in a queue is to the feed.</summary>
    public const string Resource = "listing";

    /// <summary>Somebody is listed; <paramref name="notice"/> is why the person must be told.</summary>
    public void Listed(PersonListing listing, PersonListing? left, string? notice)
    {
        Follow(listing.Id, listing.Region, listing.Clinic);
        outbox.Publish(listing.Person, new ListingChanged
        {
            ListingId = listing.Id,
            PersonKey = listing.Person.ToString(),
            ListingType = ((Proto.ListingType)listing.Type).Code(),
            ClinicId = listing.Clinic,
            LeftClinicId = left?.Clinic,
            Kind = ((Proto.ListingKind)listing.Kind).Code(),
            FromDay = listing.From,
            NoticeReason = notice,
            OccurredAt = clock.GetUtcNow(),
        });
    }

    /// <summary>A listing has an end.</summary>
    public void Ended(PersonListing listing)
    {
        Follow(listing.Id, listing.Region, listing.Clinic);
        outbox.Publish(listing.Person, new ListingEnded
        {
            ListingId = listing.Id,
            PersonKey = listing.Person.ToString(),
            ListingType = ((Proto.ListingType)listing.Type).Code(),
            ClinicId = listing.Clinic,
            UntilDay = listing.Until!.Value,
            Reason = ((Proto.ListingEndReason)listing.EndReason!.Value).Code(),
            OccurredAt = clock.GetUtcNow(),
        });
    }

    /// <summary>A listing is another's or has another doctor, or a place in a queue was given or left.</summary>
    public void Changed(IEnrolment one) => Follow(one.Id, one.Region, one.Clinic);

    /// <summary>A clinic's ceiling or queue is another.</summary>
    public void Capacity(ClinicLoad load, int? listedMax) => outbox.Publish(null, new ClinicCapacityChanged
    {
        ClinicId = load.Clinic,
        ListingType = ((Proto.ListingType)load.Type).Code(),
        ListedMax = listedMax,
        Counted = load.Counted,
        Waiting = load.Waiting,
        OccurredAt = clock.GetUtcNow(),
    });

    private void Follow(Guid id, string region, string clinic) =>
        feed.Changed(Resource, id, Reach.OfRegion(region), Reach.OfClinic(clinic));
}
