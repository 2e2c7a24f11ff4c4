using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using NaraVard.Platform.Schema;

namespace NaraVard.Faults.Worker;

/// <summary>What a consumer did.</summary>
internal sealed class Effect
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Consumer { get; init; }

    public required Guid Person { get; init; }

    public required long Number { get; init; }
}

internal sealed class WorkerDb(DbContextOptions<WorkerDb> options) : DbContext(options)
{
    public const string Service = "worker";

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddPlatformTables();
        modelBuilder.Entity<Effect>(effect =>
        {
            effect.ToTable("effects");
            effect.Property(row => row.Id).HasColumnName("id");
            effect.Property(row => row.Consumer).HasColumnName("consumer");
            effect.Property(row => row.Person).HasColumnName("person");
            effect.Property(row => row.Number).HasColumnName("number");
        });
    }
}

[DbContext(typeof(WorkerDb))]
[Migration("0001_Ledger")]
internal sealed class Ledger : Migration
{
    // What was said is written in the transaction that says it; the lock on the person's counter makes the order of
    // the numbers the order of the commits. No key keeps an effect from coming twice: that is for the inbox to do.
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create table control (writing bool not null);
        insert into control values (true);
        create table counters (person uuid primary key, number bigint not null);
        create table said (
            person uuid not null, number bigint not null, event text not null,
            is_poison bool not null, is_unsendable bool not null, primary key (person, number));
        create table effects (
            id uuid primary key, position bigint generated always as identity,
            consumer text not null, person uuid not null, number bigint not null);
        """);
}
