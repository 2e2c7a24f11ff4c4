using Microsoft.EntityFrameworkCore;
using NaraVard.Platform.Persons;
using NaraVard.Platform.Schema;

namespace NaraVard.Listing.Data;

/// <summary>The service's own database.</summary>
internal sealed partial class ListingDb(DbContextOptions<ListingDb> options) : DbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.StorePersonKeys();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.UseSnakeCase().AddPlatformTables();
}
