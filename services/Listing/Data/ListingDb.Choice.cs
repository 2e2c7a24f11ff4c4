using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Data.Choice;
using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Assigning;
using NaraVard.Listing.Domain.Ceilings;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Platform.Persons;
using Npgsql;

namespace NaraVard.Listing.Data;

internal sealed partial class ListingDb
{
    public DbSet<PersonListing> Listings => Set<PersonListing>();

    public DbSet<QueuePlace> QueuePlaces => Set<QueuePlace>();

    public DbSet<Ceiling> Ceilings => Set<Ceiling>();

    public DbSet<ClinicLoad> ClinicLoads => Set<ClinicLoad>();

    public DbSet<UnassignedPerson> Unassigned => Set<UnassignedPerson>();

    /// <summary>
    /// Holds a listing's id and the person until <see cref="Commit"/>: of two choices for one person the second is
    /// judged by what the first has saved, and a request that is sent twice at once is done once.
    /// </summary>
    public async Task Hold(Guid id, PersonKey person, CancellationToken cancel)
    {
        await Begin(cancel);
        await Lock([$"listing/{id}", person.ToString()], cancel);
    }

    /// <summary>
    /// Holds a new listing's id and the person, by the number that is current, in one round trip. Who that is, and
    /// whether a listing or a place in a queue has the id already.
    /// </summary>
    public async Task<(PersonKey Person, bool IsTaken)> HoldNew(Guid id, PersonKey person, CancellationToken cancel)
    {
        await Begin(cancel);
        var found = await LockNew(id, person, cancel);
        // Who was merged while the former number was waited for is held by the one that is current now.
        if (found.Person != person)
            await Lock([found.Person.ToString()], cancel);
        return found;
    }

    /// <summary>All of a person's listings of a type.</summary>
    public async Task<ListingBook> Book(PersonKey person, ListingType type, CancellationToken cancel) => new(
        await Listings.Where(listing => listing.Person == person && listing.Type == type).ToListAsync(cancel));

    /// <summary>The person's places in queues of a type that still wait.</summary>
    public Task<List<QueuePlace>> Waiting(PersonKey person, ListingType type, CancellationToken cancel) =>
        QueuePlaces.Where(place => place.Person == person && place.Type == type && place.EndedOn == null)
            .ToListAsync(cancel);

    /// <summary>
    /// Holds the loads of clinics until <see cref="Commit"/>, always in the same order. Whoever holds one is the only
    /// one who gives or takes places there.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, ClinicLoad>> HoldLoads(
        ListingType type, IEnumerable<string> clinics, CancellationToken cancel)
    {
        await Begin(cancel);
        string[] ids = [.. clinics.Distinct().Order(StringComparer.Ordinal)];
        var held = await Held(type, ids, cancel);
        if (held.Count == ids.Length)
            return held;
        await Database.ExecuteSqlAsync(
            $"""
            INSERT INTO clinic_loads (clinic, type, counted, exempt, waiting, last_arrival)
            SELECT clinic, {(int)type}, 0, 0, 0, 0 FROM unnest({ids}) clinic ORDER BY clinic ON CONFLICT DO NOTHING
            """, cancel);
        return await Held(type, ids, cancel);
    }

    /// <summary>How many leave the clinic, but still hold a place that the ceiling counts on the day.</summary>
    public Task<int> Leaving(string clinic, ListingType type, DateOnly day, CancellationToken cancel) =>
        Listings.CountAsync(
            listing => listing.Clinic == clinic && listing.Type == type && !listing.IsExempt && listing.Until > day,
            cancel);

    private static void MapChoice(ModelBuilder model)
    {
        var ceilings = new CeilingMap();
        model.ApplyConfiguration(new ListingMap()).ApplyConfiguration(new QueuePlaceMap())
            .ApplyConfiguration(new UnassignedMap());
        model.ApplyConfiguration<Ceiling>(ceilings).ApplyConfiguration<ClinicLoad>(ceilings);
    }

    private async Task<(PersonKey Person, bool IsTaken)> LockNew(Guid id, PersonKey person, CancellationToken cancel)
    {
        const string current = "coalesce((SELECT person FROM person_aliases WHERE old_key = $2), $2)";
        await using var batch = new NpgsqlBatch((NpgsqlConnection)Database.GetDbConnection());
        // What was committed while it waited for the locks is seen by the second statement.
        foreach (var sql in new[]
        {
            $"""
            SELECT pg_advisory_xact_lock(hashtextextended(name, 0))
            FROM unnest(ARRAY['listing/' || $1::uuid, replace({current}::text, '-', '')]) name
            """,
            $"""
            SELECT {current},
                EXISTS (SELECT FROM listings WHERE id = $1) OR EXISTS (SELECT FROM queue_places WHERE id = $1)
            """,
        })
            batch.BatchCommands.Add(
                new(sql) { Parameters = { new() { Value = id }, new() { Value = person.Value } } });
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        await rows.NextResultAsync(cancel);
        await rows.ReadAsync(cancel);
        return (new(rows.GetGuid(0)), rows.GetBoolean(1));
    }

    // Either all of them or none: whoever held some, and then waited for one before those, could wait in a ring.
    private Task<Dictionary<string, ClinicLoad>> Held(ListingType type, string[] ids, CancellationToken cancel) =>
        ClinicLoads.FromSql(
            $"""
            SELECT * FROM clinic_loads
            WHERE type = {(int)type} AND clinic = ANY ({ids}) AND {ids.Length} = (
                SELECT count(*) FROM clinic_loads WHERE type = {(int)type} AND clinic = ANY ({ids}))
            ORDER BY clinic FOR UPDATE
            """)
            .ToDictionaryAsync(load => load.Clinic, cancel);
}
