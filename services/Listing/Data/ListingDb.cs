using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NaraVard.Identifiers;
using NaraVard.Platform.Persons;
using NaraVard.Platform.Schema;

namespace NaraVard.Listing.Data;

/// <summary>The service's own database.</summary>
internal sealed partial class ListingDb(DbContextOptions<ListingDb> options) : DbContext(options)
{
    private IDbContextTransaction? own;

    /// <summary>A transaction of our own, unless the request runs in one already.</summary>
    public async Task Begin(CancellationToken cancel)
    {
        // Whatever fails ends the transaction: a savepoint before each save would be work for nothing.
        Database.AutoSavepointsEnabled = false;
        if (Database.CurrentTransaction is null)
            own = await Database.BeginTransactionAsync(cancel);
    }

    /// <summary>Saves all that was changed and told, and lets go of what is held.</summary>
    public async Task Commit(CancellationToken cancel)
    {
        await SaveChangesAsync(cancel);
        if (own is null)
            return;
        await own.CommitAsync(cancel);
        await own.DisposeAsync();
        own = null;
    }

    /// <summary>Locks names, in this order, until <see cref="Commit"/>.</summary>
    private Task<int> Lock(string[] names, CancellationToken cancel) => Database.ExecuteSqlAsync(
        $"SELECT pg_advisory_xact_lock(hashtextextended(name, 0)) FROM unnest({names}) name", cancel);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.StorePersonKeys();
        configurationBuilder.Properties<HsaId>().HaveConversion<HsaIdConverter>().HaveMaxLength(31);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        MapRegister(modelBuilder);
        MapChoice(modelBuilder);
        MapDoctors(modelBuilder);
        MapCapitation(modelBuilder);
        MapDental(modelBuilder);
        MapBooking(modelBuilder);
        modelBuilder.UseSnakeCase().AddPlatformTables();
    }
}
