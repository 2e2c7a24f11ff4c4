using Microsoft.EntityFrameworkCore;
using NaraVard.Identifiers.Persons;
using NaraVard.Listing.Data;
using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Assigning;
using NaraVard.Listing.Domain.Ceilings;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Listing.Domain.Places;
using NaraVard.Listing.Domain.Policy;
using NaraVard.Platform.Time;

namespace NaraVard.Listing.Features;

/// <summary>Finds a clinic by rule for somebody who has not chosen one, and lists the person there.</summary>
internal sealed class Assigner(ListingDb db, Ledger ledger, Placing placing, PolicyBook policies, TimeProvider clock)
{
    /// <summary>
    /// Lists the held person from a day on, whatever listing there is ending by it for the reason; or puts the person
    /// on the worklist. Nothing is done, and false answered, when the clinic that was found filled up meanwhile: the
    /// next look finds another.
    /// </summary>
    public async Task<bool> Assign(
        Due due, ListingKind kind, DateOnly from, EndReason leaving, string notice, CancellationToken cancel)
    {
        var today = clock.Today();
        var policy = policies.Of(due.Region, today);
        var person = (await ledger.Person(due.Person, due.Region, today, cancel))!;
        var book = await db.Book(due.Person, due.Type, cancel);
        var isExempt = policy.Ceilings.Exempts(kind, person.AgeOn(from), hasFamilyThere: false);
        var candidates = await Candidates(due, person, policy, from, isExempt, cancel);
        var home = new Origin(person.Position, await db.RoadMeters(person.PostalCode, cancel));
        var found = Assignment.Find(
            person, kind, await FamilyClinics(person, due.Type, cancel), candidates, policy.Assignment, home);
        return found is null
            ? await GiveUp(due, person, book, from, leaving, candidates.Count > 0, cancel)
            : await List(due, found, book, from, isExempt, leaving, notice, cancel);
    }

    private async Task<bool> List(
        Due due, Assignment found, ListingBook book, DateOnly from, bool isExempt, EndReason leaving, string notice,
        CancellationToken cancel)
    {
        var entry = new ListingEntry
        {
            Id = due.Id,
            Person = due.Person,
            Type = due.Type,
            Clinic = found.Clinic,
            Region = due.Region,
            Kind = found.Kind,
            AssignedBecause = found.Because,
            RequestedOn = clock.Today(),
            RequestedAt = clock.GetUtcNow(),
            IsExempt = isExempt,
            HasTransitionalTreatment = book.Latest?.HasTransitionalTreatment ?? false,
        };
        var held = await placing.Hold(entry, book, [], cancel);
        var room = await placing.Room(entry.Clinic, entry.Type, from, cancel);
        if (held.Loads[found.Clinic].Place(room?.ListedMax, room?.Leaving ?? 0, isExempt) != Placement.Listed)
            return false;
        placing.List(held, entry, from, leaving, notice);
        await db.Commit(cancel);
        return true;
    }

    private async Task<bool> GiveUp(
        Due due, PersonFacts person, ListingBook book, DateOnly from, EndReason leaving, bool hasClinics,
        CancellationToken cancel)
    {
        string?[] clinics = [book.Latest?.Clinic];
        var loads = await db.HoldLoads(due.Type, clinics.OfType<string>(), cancel);
        placing.End(new(loads, book, []), from, leaving);
        var because = person.IsProtected ? "person-protected"
            : person.Position is null && hasClinics ? UnassignedPerson.PositionUnknown
            : "no-clinic";
        db.Add(new UnassignedPerson(
            due.Person, due.Type, due.Region, because, clock.Today()));
        await db.Commit(cancel);
        return true;
    }

    /// <summary>
    /// Where the guardians are listed, mothers first (DOMAIN B2.3); for child health, where they have primary care.
    /// </summary>
    private async Task<IReadOnlyList<string>> FamilyClinics(
        PersonFacts person, ListingType type, CancellationToken cancel)
    {
        var guardians = person.Guardians;
        var theirs = type == ListingType.ChildHealth ? ListingType.PrimaryCare : type;
        return guardians.Count == 0 ? [] : await db.Listings
            .Where(one => guardians.Contains(one.Person) && one.Type == theirs && one.Until == null)
            .Join(db.Persons, one => one.Person, guardian => guardian.Key, (one, guardian) => new
            {
                one.Clinic,
                IsMother = guardian.Sex == Sex.Female,
            })
            .OrderByDescending(one => one.IsMother).ThenBy(one => one.Clinic).Select(one => one.Clinic)
            .ToListAsync(cancel);
    }

    private async Task<IReadOnlyList<Candidate>> Candidates(
        Due due, PersonFacts person, ListingPolicy policy, DateOnly day, bool isExempt, CancellationToken cancel)
    {
        var loads = await db.ClinicLoads.AsNoTracking().Where(load => load.Type == due.Type)
            .ToDictionaryAsync(load => load.Clinic, cancel);
        var ceilings = (await db.Ceilings.AsNoTracking().Where(one => one.Type == due.Type).ToListAsync(cancel))
            .Where(one => one.AppliesOn(day)).ToDictionary(one => one.Clinic, one => one.ListedMax);
        var clinics = await db.Clinics.AsNoTracking().ToListAsync(cancel);
        return
        [
            .. from clinic in clinics
               let facts = Ledger.Of(clinic, due.Type, day)
               where facts is { IsClosed: false, HasAgreement: true }
                   && facts.KommunCode.StartsWith(policy.Region, StringComparison.Ordinal)
                   && clinic.ProfileOn(day)!.Ages.Includes(person.AgeOn(day))
               let load = loads.GetValueOrDefault(facts.Id)
               let hasCeiling = ceilings.ContainsKey(facts.Id)
               let isFree = load is null || (load.Waiting == 0 && load.HasRoom(ceilings.GetValueOrDefault(facts.Id), 0))
               select new Candidate(facts, load?.Listed ?? 0, hasCeiling, isExempt || !hasCeiling || isFree),
        ];
    }
}
