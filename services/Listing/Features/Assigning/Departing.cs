using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Data;
using NaraVard.Listing.Domain.Choice;

namespace NaraVard.Listing.Features;

/// <summary>Who died or moved from the region is listed, and waits, no more from that day.</summary>
internal sealed class Departing(ListingDb db, Placing placing) : IStep
{
    public async Task<IReadOnlyList<Due>> Due(string region, int max, CancellationToken cancel)
    {
        var gone = db.Persons.Where(
            person => person.Region == region && (person.Deceased != null || person.MovedOut != null));
        var listed = await gone.SelectMany(person => db.Listings
            .Where(one => one.Person == person.Key && one.Until == null && one.Kind != ListingKind.OutOfRegion)
            .Select(one => new { one.Person, one.Type, one.Id })).OrderBy(one => one.Id).Take(max).ToListAsync(cancel);
        var waiting = await gone.SelectMany(person => db.QueuePlaces
            .Where(one => one.Person == person.Key && one.EndedOn == null)
            .Select(one => new { one.Person, one.Type, one.Id })).OrderBy(one => one.Id).Take(max).ToListAsync(cancel);
        return [.. listed.Concat(waiting).Select(one => new Due(region, one.Person, one.Type, one.Id))];
    }

    public async Task<bool> Take(Due due, CancellationToken cancel)
    {
        await db.Hold(due.Id, due.Person, cancel);
        var person = await db.Persons.AsNoTracking().SingleAsync(one => one.Key == due.Person, cancel);
        if ((person.Deceased ?? person.MovedOut) is not { } day)
            return false;
        var reason = person.Deceased is null ? EndReason.MovedOut : EndReason.Deceased;
        var book = await db.Book(due.Person, due.Type, cancel);
        var waiting = await db.Waiting(due.Person, due.Type, cancel);
        if (book.Latest is null && waiting.Count == 0)
            return false;
        string?[] clinics = [book.Latest?.Clinic, .. waiting.Select(place => place.Clinic)];
        var loads = await db.HoldLoads(due.Type, clinics.OfType<string>(), cancel);
        // The day after a death is the first without a listing; who told us late is not paid for since then.
        placing.End(new(loads, book, waiting), person.Deceased is null ? day : day.AddDays(1), reason);
        await db.Commit(cancel);
        return true;
    }
}
