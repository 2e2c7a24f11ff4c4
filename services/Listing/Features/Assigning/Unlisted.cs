using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Data;
using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Platform.Time;

namespace NaraVard.Listing.Features;

/// <summary>Who lives in the region and has no clinic for primary care is assigned one (DOMAIN B2.4).</summary>
internal sealed class Unlisted(ListingDb db, Assigner assigner, PolicyBook policies, TimeProvider clock) : IStep
{
    private const ListingType Type = ListingType.PrimaryCare;
    private const int NewDays = 365;

    public async Task<IReadOnlyList<Due>> Due(string region, int max, CancellationToken cancel)
    {
        await db.Unassigned.Where(one => db.Listings.Any(
            listing => listing.Person == one.Person && listing.Type == one.Type && listing.Until == null))
            .ExecuteDeleteAsync(cancel);
        var today = clock.Today();
        var persons = await db.Persons.AsNoTracking()
            .Where(person => person.Region == region && person.RegisteredFrom <= today
                && person.Deceased == null && person.MovedOut == null && !person.IsTest)
            .Where(person => !db.Listings.Any(
                one => one.Person == person.Key && one.Type == Type && one.Until == null))
            .Where(person => !db.Unassigned.Any(one => one.Person == person.Key && one.Type == Type))
            .OrderBy(person => person.Key).Select(person => person.Key).Take(max).ToListAsync(cancel);
        return [.. persons.Select(key => new Due(region, key, Type, Guid.CreateVersion7(clock.GetUtcNow())))];
    }

    public async Task<bool> Take(Due due, CancellationToken cancel)
    {
        await db.Hold(due.Id, due.Person, cancel);
        var book = await db.Book(due.Person, due.Type, cancel);
        if (book.Latest is not null)
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
}
