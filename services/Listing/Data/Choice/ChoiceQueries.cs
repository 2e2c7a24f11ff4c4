using Microsoft.EntityFrameworkCore;
using NaraVard.Identifiers;
using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Ceilings;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Listing.Domain.Clinics;
using NaraVard.Listing.Domain.Persons;
using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Data.Choice;

/// <summary>What every choice asks, translated to SQL once in a process.</summary>
internal sealed class ChoiceQueries
{
    /// <summary>What a choice of a clinic for one type of care is judged by; null when nobody has the key.</summary>
    public Func<ListingDb, ChosenBy, CancellationToken, Task<Known?>> Known { get; } = Compile();

    /// <summary>The most that may be listed at a clinic on a day; null when there is no ceiling.</summary>
    public Func<ListingDb, string, ListingType, DateOnly, CancellationToken, Task<int?>> ListedMax { get; } =
        EF.CompileAsyncQuery((ListingDb db, string clinic, ListingType type, DateOnly day, CancellationToken _) =>
            db.Ceilings
                .Where(ceiling => ceiling.Clinic == clinic && ceiling.Type == type && ceiling.From <= day
                    && (ceiling.To == null || ceiling.To >= day))
                .Select(ceiling => (int?)ceiling.ListedMax).SingleOrDefault());

    private static Func<ListingDb, ChosenBy, CancellationToken, Task<Known?>> Compile()
    {
        var query = EF.CompileAsyncQuery(
            (ListingDb db, PersonKey key, ListingType type, HsaId clinicId, DateOnly today, DateOnly from,
                CancellationToken _) =>
                db.Persons.IgnoreAutoIncludes().Where(person => person.Key == key).Select(person => new Known(
                    person,
                    db.Guardians.Where(guardian => guardian.Child == person.Key).ToList(),
                    db.Listings.Where(one => one.Person == person.Key && one.Type == type).ToList(),
                    db.QueuePlaces.Where(one => one.Person == person.Key && one.Type == type && one.EndedOn == null)
                        .ToList(),
                    db.Clinics.FirstOrDefault(clinic => clinic.Id == clinicId),
                    db.ClinicVersions.Where(one => one.ClinicId == clinicId && one.From <= from
                        && !db.ClinicVersions.Any(later => later.ClinicId == clinicId
                            && later.From > one.From && later.From <= today)).ToList()))
                .SingleOrDefault());
        return (db, by, cancel) => query(db, by.Person, by.Type, by.Clinic, by.Today, by.From, cancel);
    }
}

/// <summary>Who chooses what, and from when it would hold.</summary>
internal readonly record struct ChosenBy(
    PersonKey Person, ListingType Type, HsaId Clinic, DateOnly Today, DateOnly From);

/// <summary>What a choice is judged by, as it lies in the tables.</summary>
/// <param name="Guardians">All who have decided or decide for the person.</param>
/// <param name="Listings">All of the type of care.</param>
/// <param name="Waiting">The places in queues of the type of care that still wait.</param>
/// <param name="Clinic">With its <paramref name="Versions"/>; null when there is none.</param>
/// <param name="Versions">Those that hold today or until the choice would.</param>
internal sealed record Known(
    Person Person, IReadOnlyList<Guardian> Guardians, IReadOnlyList<PersonListing> Listings,
    IReadOnlyList<QueuePlace> Waiting, Clinic? Clinic, IReadOnlyList<ClinicVersion> Versions);
