using Microsoft.EntityFrameworkCore;
using NaraVard.Identifiers;
using NaraVard.Listing.Data;
using NaraVard.Listing.Data.Choice;
using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Assigning;
using NaraVard.Listing.Domain.Ceilings;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Listing.Domain.Clinics;
using NaraVard.Listing.Domain.Persons;
using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Features;

/// <summary>Reads what the rules of choice judge by, and changes nothing.</summary>
internal sealed class Ledger(ListingDb db, ChoiceQueries queries, PolicyBook policies)
{
    /// <summary>The facts of a choice, with the person's listings as they are while the person is held.</summary>
    public async Task<ChoiceFacts> Facts(
        ChoiceRequest asked, string region, DateOnly today, CancellationToken cancel)
    {
        var policy = policies.Of(region, today);
        var from = policy.EffectOf(today);
        var known = await queries.Known(
            db, new(asked.Person, asked.Type, HsaId.Parse(asked.Clinic), today, from), cancel);
        var person = known?.Person.Region == region ? Of(known.Person, known.Guardians, today) : null;
        return new(
            person,
            known is null ? await Clinic(asked.Clinic, asked.Type, from, cancel)
                : known.Clinic is { } clinic ? Of(clinic, asked.Type, from)
                : null,
            new(known?.Listings ?? []),
            known?.Waiting ?? [],
            policy,
            today)
        {
            Doctor = asked.Doctor is { } doctor ? await db.Doctor(asked.Clinic, doctor, cancel) : null,
            FamilyThere = person is not null && policy.Ceilings.ExemptsFamily
                ? await FamilyThere(person, asked.Type, asked.Clinic, cancel)
                : [],
        };
    }

    /// <summary>What the rules need of a person; null when the register has nobody with the key.</summary>
    public async Task<PersonFacts?> Person(PersonKey key, string region, DateOnly today, CancellationToken cancel)
    {
        if (await db.Persons.FindAsync([key], cancel) is not { } person || person.Region != region)
            return null;
        return Of(
            person,
            person.AgeOn(today) >= 18 ? [] : await db.Guardians.AsNoTracking()
                .Where(guardian => guardian.Child == key).ToListAsync(cancel),
            today);
    }

    private static PersonFacts Of(Person person, IEnumerable<Guardian> guardians, DateOnly today) => new()
    {
        Key = person.Key,
        Birth = person.BirthDate,
        Deceased = person.Deceased,
        MovedOut = person.MovedOut,
        IsProtected = person.IsProtected,
        KommunCode = person.OpenResidence?.Kommun.Code,
        PostalCode = person.OpenResidence?.PostalCode?.Code,
        Position = person.OpenResidence?.Position,
        Dwelling = person.OpenResidence?.Dwelling,
        Guardians = person.AgeOn(today) >= 18 ? []
            : [.. guardians.Where(guardian => guardian.DecidesOn(today)).Select(guardian => guardian.Key)],
    };

    /// <summary>A key as it is now.</summary>
    public async Task<PersonKey> Current(PersonKey key, CancellationToken cancel) => (await Current([key], cancel))[0];

    /// <summary>Keys as they are now: whoever had another number is found by it.</summary>
    public async Task<IReadOnlyList<PersonKey>> Current(IReadOnlyList<PersonKey> keys, CancellationToken cancel)
    {
        if (keys.Count == 0)
            return keys;
        var aliases = await db.PersonAliases.Where(alias => keys.Contains(alias.OldKey))
            .ToDictionaryAsync(alias => alias.OldKey, alias => alias.Person, cancel);
        return [.. keys.Select(key => aliases.GetValueOrDefault(key, key))];
    }

    /// <summary>
    /// Of the person's guardians and children, and of all in the same dwelling, those who are or will be listed there.
    /// The dwelling of the protected is not looked at.
    /// </summary>
    private Task<List<FamilyMember>> FamilyThere(
        PersonFacts person, ListingType type, string clinic, CancellationToken cancel)
    {
        var (key, dwelling) = (person.Key, person.Dwelling);
        var kin = db.Guardians.Where(one => one.Child == key).Select(one => one.Key)
            .Concat(db.Guardians.Where(one => one.Key == key).Select(one => one.Child));
        var household = db.Persons
            .Where(one => dwelling != null && one.Dwelling == dwelling && one.Protection == Protection.None)
            .Select(one => one.Key);
        return kin.Union(household)
            .Where(one => db.Listings.Any(listing => listing.Person == one && listing.Type == type
                && listing.Clinic == clinic && listing.Until == null))
            .Join(db.Persons, one => one, member => member.Key, (one, member) => new FamilyMember(
                kin.Contains(one), member.Protection == Protection.None ? member.Dwelling : null))
            .ToListAsync(cancel);
    }

    /// <summary>What the rules need of a clinic; null when there is none, or it has not begun by the day.</summary>
    public async Task<ClinicFacts?> Clinic(string id, ListingType type, DateOnly day, CancellationToken cancel) =>
        await db.Clinics.FindAsync([HsaId.Parse(id)], cancel) is { } clinic ? Of(clinic, type, day) : null;

    /// <summary>What the rules need of a clinic; null when it has not begun by the day.</summary>
    public static ClinicFacts? Of(Clinic clinic, ListingType type, DateOnly day) =>
        clinic.ProfileOn(day) is not { } profile ? null : new(
            clinic.Id.Value,
            clinic.IsClosedOn(day),
            clinic.HasAgreement(type, day),
            profile.Agreements.Any(agreement => agreement.Type == type && agreement.From <= day),
            profile.KommunCode,
            profile.Position,
            type != ListingType.Dental || profile.Kind == ClinicKind.PublicDental);
}
