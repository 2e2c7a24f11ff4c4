using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using NaraVard.Platform.Persons;
using NaraVard.Platform.Schema;

namespace NaraVard.Platform.Tests.Sample;

public sealed class SampleDb(DbContextOptions<SampleDb> options) : DbContext(options)
{
    public DbSet<Item> Items => Set<Item>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.StorePersonKeys();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddPlatformTables();
        var item = modelBuilder.Entity<Item>();
        item.ToTable("items");
        item.Property(i => i.Id).HasColumnName("id");
        item.Property(i => i.Person).HasColumnName("person");
        item.Property(i => i.Note).HasColumnName("note");
        item.Property(i => i.Version).HasColumnName("version").IsConcurrencyToken();
    }
}

public sealed class Item
{
    public required string Id { get; init; }

    public required PersonKey Person { get; init; }

    public required string Note { get; set; }

    public long Version { get; set; } = 1;
}
