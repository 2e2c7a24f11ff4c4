using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Data;
using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Ceilings;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Features;

/// <summary>
/// Two numbers turn out to be one person's: so are the listings and the places in queues under either. Of two listings
/// that hold the one that was asked for last stays, of two places in a queue the one that came first.
/// </summary>
internal sealed class Joining(ListingDb db, Placing placing, Telling telling, Contacts contacts)
{
    /// <summary>Both keys are held. Saves, and leaves the commit to the caller.</summary>
    public async Task Join(PersonKey old, PersonKey person, DateOnly today, CancellationToken cancel)
    {
        foreach (var type in Enum.GetValues<ListingType>())
        {
            var (theirs, own) = (await db.Book(old, type, cancel), await db.Book(person, type, cancel));
            var (wait, waited) = (await db.Waiting(old, type, cancel), await db.Waiting(person, type, cancel));
            var leaves = QueuePlace.Later(wait, waited);
            var earlier = ListingBook.Earlier(theirs, own);
            await contacts.Join(earlier.Latest, (earlier == theirs ? own : theirs).Latest, cancel);
            foreach (var place in leaves)
                await contacts.Join(place, QueuePlace.First(place.Clinic, wait, waited), cancel);
            await End(earlier, leaves, type, today, cancel);
            foreach (var listing in theirs.All)
            {
                listing.BelongsTo(person);
                telling.Changed(listing);
            }
        }

        foreach (var place in await db.QueuePlaces.Where(place => place.Person == old).ToListAsync(cancel))
        {
            place.BelongsTo(person);
            telling.Changed(place);
        }

        await db.SaveChangesAsync(cancel);
        await db.Unassigned.Where(one => one.Person == old).ExecuteDeleteAsync(cancel);
    }

    // Saved at once: no person may have two that hold, not even for a statement.
    private async Task End(
        ListingBook book, IReadOnlyList<QueuePlace> leaves, ListingType type, DateOnly today, CancellationToken cancel)
    {
        string?[] clinics = [book.Latest?.Clinic, .. leaves.Select(place => place.Clinic)];
        var loads = await db.HoldLoads(type, clinics.OfType<string>(), cancel);
        placing.End(new(loads, book, leaves), today, EndReason.ErrorCorrection);
        await db.SaveChangesAsync(cancel);
    }
}
