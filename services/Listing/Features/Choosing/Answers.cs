using Microsoft.EntityFrameworkCore;
using NaraVard.Identifiers;
using NaraVard.Listing.Data;
using NaraVard.Listing.Domain.Ceilings;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Listing.Domain.Doctors;
using NaraVard.Listing.Domain.Persons;
using NaraVard.Listing.Features.Wire;
using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Features;

/// <summary>
/// Listings and places as they are answered: with the clinics' names, the persons' numbers and the places' positions.
/// Names each person in the access log.
/// </summary>
internal sealed class Answers(ListingDb db, Acting acting, Reach reach, NumberVault vault, NamedDoctors named)
{
    private const string Masked = "********-****";

    public async Task<Proto.Listing> Of(IEnrolment one, CancellationToken cancel) => (one is PersonListing listing
        ? await Of([listing], [], cancel)
        : await Of([], [(QueuePlace)one], cancel))[0];

    /// <summary>The listings first, then the places, each in the order given.</summary>
    public async Task<IReadOnlyList<Proto.Listing>> Of(
        IReadOnlyList<PersonListing> listings, IReadOnlyList<QueuePlace> places, CancellationToken cancel)
    {
        IReadOnlyList<IEnrolment> all = [.. listings, .. places];
        var numbers = await Numbers([.. all.Select(one => one.Person)], cancel);
        var names = await Names([.. all.Select(one => one.Clinic)], cancel);
        var doctors = await named.Of(all, cancel);
        var replies = listings.Select(one => WireListing.Of(one, acting.Today)).ToList();
        foreach (var place in places)
            replies.Add(WireListing.Of(place, await Position(place, cancel)));
        foreach (var (reply, one) in replies.Zip(all))
        {
            acting.Touches(one.Person, "listing", reply.ListingId);
            reply.PersonNumber = numbers.GetValueOrDefault(one.Person, "");
            reply.ClinicName = names.GetValueOrDefault(reply.ClinicId, "");
            if (reply.State != Proto.ListingState.Ended)
                reply.Doctors.AddRange(doctors[one.Id]);
            reply.AllowedActions.AddRange(WireListing.Actions(reply, reach.IsAdmin));
        }

        return replies;
    }

    /// <summary>The persons' numbers; masked for the protected.</summary>
    public async Task<IReadOnlyDictionary<PersonKey, string>> Numbers(
        IReadOnlyList<PersonKey> keys, CancellationToken cancel) =>
        await db.Persons.AsNoTracking().Where(person => keys.Contains(person.Key))
            .Select(person => new { person.Key, person.SealedNumber, person.Protection })
            .ToDictionaryAsync(
                person => person.Key,
                person => person.Protection == Protection.None
                    ? Identifiers.Persons.NationalNumber.Restore(vault.Open(person.SealedNumber)).Reveal()
                    : Masked,
                cancel);

    /// <summary>What clinics are called today.</summary>
    public async Task<Dictionary<string, string>> Names(IReadOnlyList<string> ids, CancellationToken cancel)
    {
        var keys = ids.Distinct().Select(HsaId.Parse).ToList();
        var clinics = await db.Clinics.AsNoTracking().Where(clinic => keys.Contains(clinic.Id)).ToListAsync(cancel);
        return clinics.ToDictionary(clinic => clinic.Id.Value, clinic => clinic.ProfileOn(acting.Today)?.Name ?? "");
    }

    private async Task<int> Position(QueuePlace place, CancellationToken cancel) => place.EndedOn is not null ? 0
        : 1 + await db.QueuePlaces.CountAsync(
            one => one.Clinic == place.Clinic && one.Type == place.Type && one.EndedOn == null
                && one.Arrival < place.Arrival,
            cancel);
}
