using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Data;
using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Platform.Time;

namespace NaraVard.Listing.Features;

/// <summary>
/// Who has passed the last age of a care is listed, and waits, no more from that day: the first of the year, or when
/// other ages began to apply. Who has treatment under older rules stays as long as those say.
/// </summary>
internal sealed class AgingOut(ListingDb db, Placing placing, PolicyBook policies, TimeProvider clock) : IStep
{
    public async Task<IReadOnlyList<Due>> Due(string region, int max, CancellationToken cancel)
    {
        var (today, due) = (clock.Today(), new List<Due>());
        foreach (var type in Enum.GetValues<ListingType>())
        {
            var policy = policies.Of(region, today);
            var past = policy.AgedOutYears(type, today);
            var even = policy.AgedOutYears(type, today, hasTransition: true);
            if (past.Length == 0)
                continue;
            var persons = db.Persons.Where(person => past.Contains(person.BirthDate.Year));
            var listed = await persons.SelectMany(person => db.Listings
                .Where(one => one.Person == person.Key && one.Type == type && one.Region == region
                    && (one.Until == null || one.Until > today)
                    && (!one.HasTransitionalTreatment || even.Contains(person.BirthDate.Year)))
                .Select(one => new { one.Person, one.Id }))
                .OrderBy(one => one.Id).Take(max - due.Count).ToListAsync(cancel);
            var waiting = await persons.SelectMany(person => db.QueuePlaces
                .Where(one => one.Person == person.Key && one.Type == type && one.Region == region
                    && one.EndedOn == null
                    && (!one.HasTransitionalTreatment || even.Contains(person.BirthDate.Year)))
                .Select(one => new { one.Person, one.Id }))
                .OrderBy(one => one.Id).Take(max - due.Count).ToListAsync(cancel);
            due.AddRange(listed.Concat(waiting).Select(one => new Due(region, one.Person, type, one.Id)));
        }

        return due;
    }

    public async Task<bool> Take(Due due, CancellationToken cancel)
    {
        await db.Hold(due.Id, due.Person, cancel);
        var birth = (await db.Persons.AsNoTracking().SingleAsync(one => one.Key == due.Person, cancel)).BirthDate;
        var (policy, today) = (policies.Of(due.Region, clock.Today()), clock.Today());
        var listing = await db.Listings.FindAsync([due.Id], cancel);
        var place = await db.QueuePlaces.FindAsync([due.Id], cancel);
        var hasTransition = (listing?.HasTransitionalTreatment ?? place?.HasTransitionalTreatment) == true;
        if (policy.AgedOutOn(due.Type, birth, today, hasTransition) is not { } day)
            return false;
        var all = listing is null ? [] : (await db.Book(due.Person, due.Type, cancel)).All;
        var book = new ListingBook(all.Where(one => one.HasTransitionalTreatment == hasTransition));
        string?[] clinics = [book.Latest?.Clinic, place?.Clinic];
        var loads = await db.HoldLoads(due.Type, clinics.OfType<string>(), cancel);
        placing.End(new(loads, book, place is null ? [] : [place]), day, EndReason.AgedOut);
        await db.Commit(cancel);
        return true;
    }
}
