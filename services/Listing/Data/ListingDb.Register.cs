using Microsoft.EntityFrameworkCore;
using NaraVard.Listing.Domain.Clinics;
using NaraVard.Listing.Domain.Persons;

namespace NaraVard.Listing.Data;

internal sealed partial class ListingDb
{
    public DbSet<Person> Persons => Set<Person>();

    public DbSet<Guardian> Guardians => Set<Guardian>();

    public DbSet<PersonAlias> PersonAliases => Set<PersonAlias>();

    public DbSet<Clinic> Clinics => Set<Clinic>();

    private static void MapRegister(ModelBuilder model)
    {
        var (persons, clinics) = (new PersonMap(), new ClinicMap());
        model.ApplyConfiguration<Person>(persons).ApplyConfiguration<Guardian>(persons)
            .ApplyConfiguration<PersonAlias>(persons);
        model.ApplyConfiguration<Clinic>(clinics).ApplyConfiguration<ClinicVersion>(clinics);
    }
}
