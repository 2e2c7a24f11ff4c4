using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using NaraVard.Platform.Schema;

namespace NaraVard.Platform.Tests.Messaging;

/// <summary>What a consumer did.</summary>
internal sealed class Effect
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public long Position { get; private set; }

    public required string Consumer { get; init; }

    public required int Number { get; init; }

    public required string Text { get; init; }
}

internal sealed class TestDb(DbContextOptions<TestDb> options) : DbContext(options)
{
    public DbSet<Effect> Effects => Set<Effect>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddPlatformTables();
        modelBuilder.Entity<Effect>(effect =>
        {
            effect.ToTable("effects");
            effect.HasKey(row => row.Id);
            effect.Property(row => row.Id).HasColumnName("id");
            effect.Property(row => row.Position).HasColumnName("position").UseIdentityAlwaysColumn();
            effect.Property(row => row.Consumer).HasColumnName("consumer");
            effect.Property(row => row.Number).HasColumnName("number");
            effect.Property(row => row.Text).HasColumnName("text");
        });
    }
}

[DbContext(typeof(TestDb))]
[Migration("0001_Effects")]
internal sealed class Effects : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create table effects (
            id uuid primary key, position bigint generated always as identity,
            consumer text not null, number int not null, text text not null)
        """);
}
