using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Data;
using NaraVard.Listing.Domain.Ceilings;
using NaraVard.Platform.Time;

namespace NaraVard.Listing.Features;

/// <summary>A place that is free goes to the first in the queue.</summary>
internal sealed class LettingIn(ListingDb db, Placing placing, PolicyBook policies, TimeProvider clock) : IStep
{
    /// <summary>What the person is told.</summary>
    private const string Notice = "place-free";

    public async Task<IReadOnlyList<Due>> Due(string region, int max, CancellationToken cancel)
    {
        var from = policies.Of(region, clock.Today()).EffectOf(clock.Today());
        var due = new List<Due>();
        foreach (var load in await db.ClinicLoads.AsNoTracking().Where(one => one.Waiting > 0).ToListAsync(cancel))
        {
            var room = await Room(load, from, cancel);
            var first = await db.QueuePlaces.AsNoTracking()
                .Where(one => one.Clinic == load.Clinic && one.Type == load.Type && one.EndedOn == null
                    && one.Region == region)
                .OrderBy(one => one.Arrival).Take(Math.Clamp(room, 0, max)).ToListAsync(cancel);
            due.AddRange(first.Select(one => new Due(region, one.Person, one.Type, one.Id)));
        }

        return due;
    }

    public async Task<bool> Take(Due due, CancellationToken cancel)
    {
        await db.Hold(due.Id, due.Person, cancel);
        if (await db.QueuePlaces.FindAsync([due.Id], cancel) is not { EndedOn: null } place)
            return false;
        var policy = policies.Of(due.Region, clock.Today());
        var from = policy.EffectOf(clock.Today());
        var book = await db.Book(due.Person, due.Type, cancel);
        var others = policy.Queues.RelistingClears
            ? (await db.Waiting(due.Person, due.Type, cancel)).FindAll(one => one.Id != due.Id)
            : [];
        var held = await placing.Hold(place.Entry, book, others, cancel);
        if (await Room(held.Loads[place.Clinic], from, cancel) < 1)
            return false;
        placing.LetIn(held, place, from, Notice);
        await db.Commit(cancel);
        return true;
    }

    private async Task<int> Room(ClinicLoad load, DateOnly from, CancellationToken cancel) =>
        await placing.Room(load.Clinic, load.Type, from, cancel) is { } room
            ? room.ListedMax - load.Counted - room.Leaving
            : load.Waiting;
}
