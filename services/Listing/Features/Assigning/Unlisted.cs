using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Data;
using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Platform.Time;

namespace NaraVard.Listing.Features;

/// <summary>
/// Who lives in the region, is of the ages of a care and has no clinic for it is assigned one, for the care that the
/// region says (DOMAIN B2.4).
/// </summary>
internal sealed class Unlisted(ListingDb db, Assigner assigner, PolicyBook policies, TimeProvider clock) : IStep
{
    private const int NewDays = 365;

    public async Task<IReadOnlyList<Due>> Due(string region, int max, CancellationToken cancel)
    {
        var policy = policies.Of(region, clock.Today());
        var due = new List<Due>();
        foreach (var type in policy.Assignment.Types)
        {
            var births = policy.BirthYears(type, policy.EffectOf(clock.Today()));
            await Forget(region, type, births, cancel);
            due.AddRange(await Without(region, type, births, max - due.Count, cancel));
        }

        return due;
    }

    public async Task<bool> Take(Due due, CancellationToken cancel)
    {
        await db.Hold(due.Id, due.Person, cancel);
        var book = await db.Book(due.Person, due.Type, cancel);
        var isGivenUp = await db.Unassigned.AnyAsync(one => one.Person == due.Person && one.Type == due.Type, cancel);
        if (book.Latest is not null || isGivenUp)
            return false;
        var today = clock.Today();
        var person = await db.Persons.AsNoTracking().SingleAsync(one => one.Key == due.Person, cancel);
        var effect = policies.Of(due.Region, today).EffectOf(today);
        var until = book.All.Max(one => one.Until) ?? effect;
        var kind = person.AgeOn(today) == 0 ? ListingKind.Newborn
            : person.RegisteredFrom > today.AddDays(-NewDays) ? ListingKind.MovedIn
            : ListingKind.Passive;
        return await assigner.Assign(
            due, kind, until > effect ? until : effect, EndReason.Relisted, "assigned", cancel);
    }

    /// <summary>Nobody need ask those who have a clinic by now, or may have none.</summary>
    private async Task Forget(string region, ListingType type, int[] births, CancellationToken cancel) =>
        await db.Unassigned.Where(one => one.Region == region && one.Type == type)
            .Where(one => db.Listings.Any(
                    listing => listing.Person == one.Person && listing.Type == type && listing.Until == null)
                || db.Persons.Any(person => person.Key == one.Person
                    && (person.Deceased != null || person.MovedOut != null || !births.Contains(person.BirthDate.Year))))
            .ExecuteDeleteAsync(cancel);

    private async Task<IEnumerable<Due>> Without(
        string region, ListingType type, int[] births, int max, CancellationToken cancel)
    {
        var today = clock.Today();
        var persons = await db.Persons.AsNoTracking()
            .Where(person => person.Region == region && person.RegisteredFrom <= today
                && person.Deceased == null && person.MovedOut == null && !person.IsTest
                && births.Contains(person.BirthDate.Year))
            .Where(person => !db.Listings.Any(
                one => one.Person == person.Key && one.Type == type && one.Until == null))
            .Where(person => !db.Unassigned.Any(one => one.Person == person.Key && one.Type == type))
            .OrderBy(person => person.Key).Select(person => person.Key).Take(max).ToListAsync(cancel);
        return persons.Select(key => new Due(region, key, type, Guid.CreateVersion7(clock.GetUtcNow())));
    }
}
