using Microsoft.EntityFrameworkCore;
using NaraVard.Identifiers;
using NaraVard.Listing.Domain.Clinics;
using NaraVard.Listing.Domain.Imports;
using NaraVard.Listing.Domain.Persons;
using NaraVard.Listing.Domain.Places;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Data;

internal sealed partial class ListingDb
{
    public DbSet<Person> Persons => Set<Person>();

    public DbSet<Guardian> Guardians => Set<Guardian>();

    public DbSet<PersonAlias> PersonAliases => Set<PersonAlias>();

    public DbSet<Import> Imports => Set<Import>();

    public DbSet<ImportFault> ImportFaults => Set<ImportFault>();

    public DbSet<Clinic> Clinics => Set<Clinic>();

    public DbSet<RoadDistance> RoadDistances => Set<RoadDistance>();

    public DbSet<ClinicVersion> ClinicVersions => Set<ClinicVersion>();

    /// <summary>
    /// The person with a key, or who had it before; null when the region's register has nobody with it.
    /// </summary>
    public async Task<Person?> FindPerson(PersonKey key, string region, CancellationToken cancel)
    {
        var current = await PersonAliases.Where(alias => alias.OldKey == key)
            .Select(alias => (PersonKey?)alias.Person).SingleOrDefaultAsync(cancel) ?? key;
        return await Persons.SingleOrDefaultAsync(
            person => person.Key == current && person.Region == region, cancel);
    }

    /// <summary>As <see cref="FindPerson"/>, held until <see cref="Commit"/>.</summary>
    public async Task<Person?> HoldPerson(PersonKey key, string region, CancellationToken cancel)
    {
        await Begin(cancel);
        await HoldKey(key, cancel);
        return await FindPerson(key, region, cancel);
    }

    /// <summary>Holds a key, taken or not, until <see cref="Commit"/>.</summary>
    public Task HoldKey(PersonKey key, CancellationToken cancel) => Lock([key.ToString()], cancel);

    /// <summary>What the register holds under a former key is from now on the person's.</summary>
    public Task Rekey(PersonKey old, PersonKey person, CancellationToken cancel) => Database.ExecuteSqlAsync(
        $"""
        UPDATE person_aliases SET person = {person.Value} WHERE person = {old.Value};
        UPDATE examinations SET person = {person.Value} WHERE person = {old.Value};
        UPDATE booked_times SET person = {person.Value} WHERE person = {old.Value};
        INSERT INTO guardians SELECT {person.Value}, key, from_day, to_day FROM guardians WHERE child = {old.Value}
        ON CONFLICT DO NOTHING;
        INSERT INTO guardians SELECT child, {person.Value}, from_day, to_day FROM guardians WHERE key = {old.Value}
        ON CONFLICT DO NOTHING;
        DELETE FROM guardians WHERE child = {old.Value} OR key = {old.Value}
        """,
        cancel);

    /// <summary>The clinic, or its free id, held until <see cref="Commit"/>; null when the id is new.</summary>
    public async Task<Clinic?> HoldClinic(HsaId id, CancellationToken cancel)
    {
        await Begin(cancel);
        await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({id.Value}, 0))", cancel);
        return await Clinics.SingleOrDefaultAsync(clinic => clinic.Id == id, cancel);
    }

    /// <summary>By road to clinics from a postal code; nothing where none is said, or nothing is measured.</summary>
    public async Task<IReadOnlyDictionary<string, int>> RoadMeters(string? postalCode, CancellationToken cancel) =>
        await RoadDistances.AsNoTracking().Where(one => one.PostalCode == postalCode)
            .ToDictionaryAsync(one => one.Clinic.Value, one => one.Meters, cancel);

    /// <summary>The import of the region, held until <see cref="Commit"/>; null when the id is new.</summary>
    public async Task<Import?> HoldImport(Guid id, string region, CancellationToken cancel)
    {
        await Begin(cancel);
        await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({id.ToString()}, 0))", cancel);
        var import = await Imports.SingleOrDefaultAsync(one => one.Id == id, cancel);
        return import is null || import.Region == region ? import : throw new NotFound("import");
    }

    private static void MapRegister(ModelBuilder model)
    {
        var (persons, clinics, imports) = (new PersonMap(), new ClinicMap(), new ImportMap());
        model.ApplyConfiguration<Person>(persons).ApplyConfiguration<Guardian>(persons)
            .ApplyConfiguration<PersonAlias>(persons);
        model.ApplyConfiguration<Import>(imports).ApplyConfiguration<ImportFault>(imports);
        model.ApplyConfiguration<Clinic>(clinics).ApplyConfiguration<ClinicVersion>(clinics)
            .ApplyConfiguration<RoadDistance>(clinics);
    }
}
