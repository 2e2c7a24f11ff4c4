using Microsoft.EntityFrameworkCore;
using NaraVard.Identifiers;
using NaraVard.Platform.Persons;
using NaraVard.Platform.Schema;

namespace NaraVard.Listing.Data;

/// <summary>The service's own database.</summary>
internal sealed partial class ListingDb(DbContextOptions<ListingDb> options) : DbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.StorePersonKeys();
        configurationBuilder.Properties<HsaId>().HaveConversion<HsaIdConverter>().HaveMaxLength(31);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        MapRegister(modelBuilder);
        MapCapitation(modelBuilder);
        modelBuilder.UseSnakeCase().AddPlatformTables();
    }
}
