using NaraVard.Listing.Data;
using NaraVard.Listing.Data.Choice;
using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Ceilings;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Listing.Domain.Doctors;

namespace NaraVard.Listing.Features;

/// <summary>
/// Gives and takes places, while the clinics' loads are held, and tells all who must know in the same commit.
/// </summary>
internal sealed class Placing(ListingDb db, ChoiceQueries queries, Telling telling, Contacts contacts)
{
    /// <summary>Lists the person, or queues at a full clinic. The person is held, and nothing hinders.</summary>
    public async Task<Placed> Place(
        ChoiceRequest asked, ChoiceFacts facts, DateTimeOffset now, CancellationToken cancel)
    {
        var isExempt = ChoiceRules.IsExempt(asked, facts);
        var entry = Entry(asked, facts, isExempt, now);
        // Whoever is sure not to be refused is in the access log before the clinic is held: the next one does not wait
        // for the log.
        if (asked.MayQueue)
            await db.SaveChangesAsync(cancel);
        var held = await Hold(entry, facts.Book, facts.Policy.Queues.RelistingClears ? facts.Waiting : [], cancel);
        var room = await Room(entry.Clinic, entry.Type, facts.From, cancel);
        var placement = held.Loads[entry.Clinic].Place(
            room?.ListedMax, room?.Leaving ?? 0, isExempt, ChoiceRules.MayReturn(asked, facts));
        if (placement == Placement.Queued && !asked.MayQueue)
            throw Refusals.ClinicFull();
        var placed = placement == Placement.Listed
            ? new Placed(List(held, entry, facts.From, EndReason.Relisted, notice: null))
            : Queue(held.Loads[entry.Clinic], entry, room?.ListedMax);
        if (facts.Doctor is { } doctor)
            contacts.Begin(entry, doctor, facts.From);
        await db.Commit(cancel);
        return placed;
    }

    /// <summary>Holds the loads of all clinics that a new listing changes.</summary>
    public async Task<Held> Hold(
        ListingEntry entry, ListingBook book, IReadOnlyList<QueuePlace> leaves, CancellationToken cancel)
    {
        string?[] clinics = [entry.Clinic, book.Latest?.Clinic, .. leaves.Select(place => place.Clinic)];
        return new(await db.HoldLoads(entry.Type, clinics.OfType<string>(), cancel), book, leaves);
    }

    /// <summary>The ceiling on a day, and who still has a place then; null when there is no ceiling.</summary>
    public async Task<Room?> Room(string clinic, ListingType type, DateOnly day, CancellationToken cancel) =>
        await queries.ListedMax(db, clinic, type, day, cancel) is { } listedMax
            ? new(listedMax, await db.Leaving(clinic, type, day, cancel))
            : null;

    /// <summary>Lists from a day on; the listing before ends, and the places in queues that are left.</summary>
    public PersonListing List(Held held, ListingEntry entry, DateOnly from, EndReason reason, string? notice)
    {
        var left = held.Book.Latest;
        var next = new PersonListing(entry, from);
        var ended = held.Book.List(next, reason);
        db.Add(next);
        if (left is not null)
            held.Loads[left.Clinic].Leave(left.IsExempt);
        held.Loads[entry.Clinic].Take(entry.IsExempt);
        foreach (var listing in ended)
            telling.Ended(listing);
        foreach (var place in held.Leaves)
            Leave(held.Loads[place.Clinic], place, entry.RequestedOn, EndReason.Relisted);
        telling.Listed(next, left, notice);
        return next;
    }

    /// <summary>Ends all that the person has from a day on.</summary>
    public void End(Held held, DateOnly day, EndReason reason)
    {
        if (held.Book.Latest is { } left)
            held.Loads[left.Clinic].Leave(left.IsExempt);
        foreach (var listing in held.Book.End(day, reason))
            telling.Ended(listing);
        foreach (var place in held.Leaves)
            Leave(held.Loads[place.Clinic], place, day, reason);
    }

    /// <summary>The place becomes a listing with the same id.</summary>
    public void LetIn(Held held, QueuePlace place, DateOnly from, string notice)
    {
        db.Remove(place);
        var load = held.Loads[place.Clinic];
        load.Dequeue();
        List(held, place.Entry, from, EndReason.Relisted, notice);
        if (load.Waiting == 0)
            telling.Capacity(load, listedMax: null);
    }

    private Placed Queue(ClinicLoad load, ListingEntry entry, int? ceiling)
    {
        var place = new QueuePlace(entry, load.Enqueue());
        db.Add(place);
        telling.Changed(place);
        if (load.Waiting == 1)
            telling.Capacity(load, ceiling);
        return new(place, load.Waiting);
    }

    private void Leave(ClinicLoad load, QueuePlace place, DateOnly day, EndReason reason)
    {
        if (!place.End(day, reason))
            return;
        load.Dequeue();
        telling.Changed(place);
    }

    private static ListingEntry Entry(ChoiceRequest asked, ChoiceFacts facts, bool isExempt, DateTimeOffset now) =>
        new()
        {
            Id = asked.Id,
            Person = asked.Person,
            Type = asked.Type,
            Clinic = asked.Clinic,
            Region = facts.Policy.Region,
            Kind = asked.Kind,
            Reason = asked.Reason,
            RequestedOn = facts.Today,
            RequestedAt = now,
            IsCountedChange = ChoiceRules.IsCountedChange(asked, facts),
            IsExempt = isExempt,
            HasTransitionalTreatment = asked.HasTransitionalTreatment,
            Digest = asked.Digest,
        };
}

/// <summary>
/// What is held while places are given: the loads, the person's listings, and the queues that are left.
/// </summary>
internal sealed record Held(
    IReadOnlyDictionary<string, ClinicLoad> Loads, ListingBook Book, IReadOnlyList<QueuePlace> Leaves);

/// <summary>What a choice made: a listing, or a place in a queue and the how manieth it is.</summary>
internal sealed record Placed(IEnrolment One, int Position = 0);

/// <summary>The most that may be listed, and how many leave but still have a place that is counted.</summary>
internal sealed record Room(int ListedMax, int Leaving);
