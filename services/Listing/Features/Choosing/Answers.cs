using Microsoft.EntityFrameworkCore;
using NaraVard.Identifiers;
using NaraVard.Listing.Data;
using NaraVard.Listing.Domain.Ceilings;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Listing.Domain.Clinics;
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

    /// <summary>What a choice has just made. Nothing that was written is read again.</summary>
    public async Task<Proto.Listing> Of(Placed made, ChoiceFacts facts, CancellationToken cancel)
    {
        var reply = made.One is QueuePlace place
            ? WireListing.Of(place, made.Position)
            : WireListing.Of((PersonListing)made.One, acting.Today);
        var doctors = facts.Doctor is null ? [] : (await named.Of([made.One], cancel))[made.One.Id];
        return Complete(
            reply, made.One, await Numbers([made.One.Person], cancel), await Names([made.One.Clinic], cancel), doctors);
    }

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
            Complete(reply, one, numbers, names, doctors[one.Id]);
        return replies;
    }

    /// <summary>The persons' numbers; masked for the protected.</summary>
    public async Task<IReadOnlyDictionary<PersonKey, string>> Numbers(
        IReadOnlyList<PersonKey> keys, CancellationToken cancel) =>
        (await Persons(keys, cancel)).ToDictionary(
            person => person.Key,
            person => person.IsProtected
                ? Masked
                : Identifiers.Persons.NationalNumber.Restore(vault.Open(person.SealedNumber)).Reveal());

    /// <summary>The one who was read to be judged is not read again to be answered; likewise a clinic.</summary>
    private async Task<IReadOnlyList<Person>> Persons(IReadOnlyList<PersonKey> keys, CancellationToken cancel) =>
        keys is not [var only]
            ? await db.Persons.AsNoTracking().Where(one => keys.Contains(one.Key)).ToListAsync(cancel)
            : await db.Persons.FindAsync([only], cancel) is { } person ? [person] : [];

    /// <summary>What clinics are called today.</summary>
    public async Task<Dictionary<string, string>> Names(IReadOnlyList<string> ids, CancellationToken cancel)
    {
        var keys = ids.Distinct().Select(HsaId.Parse).ToList();
        IReadOnlyList<Clinic> clinics = keys is not [var only]
            ? await db.Clinics.AsNoTracking().Where(one => keys.Contains(one.Id)).ToListAsync(cancel)
            : await db.Clinics.FindAsync([only], cancel) is { } clinic ? [clinic] : [];
        return clinics.ToDictionary(one => one.Id.Value, one => one.ProfileOn(acting.Today)?.Name ?? "");
    }

    private Proto.Listing Complete(
        Proto.Listing reply, IEnrolment one, IReadOnlyDictionary<PersonKey, string> numbers,
        IReadOnlyDictionary<string, string> names, IEnumerable<Proto.DoctorContact> doctors)
    {
        acting.Touches(one.Person, "listing", reply.ListingId);
        reply.PersonNumber = numbers.GetValueOrDefault(one.Person, "");
        reply.ClinicName = names.GetValueOrDefault(reply.ClinicId, "");
        if (reply.State != Proto.ListingState.Ended)
            reply.Doctors.AddRange(doctors);
        reply.AllowedActions.AddRange(WireListing.Actions(reply, reach.IsAdmin));
        return reply;
    }

    private async Task<int> Position(QueuePlace place, CancellationToken cancel) => place.EndedOn is not null ? 0
        : 1 + await db.QueuePlaces.CountAsync(
            one => one.Clinic == place.Clinic && one.Type == place.Type && one.EndedOn == null
                && one.Arrival < place.Arrival,
            cancel);
}
