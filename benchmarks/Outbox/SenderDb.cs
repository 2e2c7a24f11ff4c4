using Microsoft.EntityFrameworkCore;
using NaraVard.Platform.Schema;

namespace NaraVard.Benchmarks.Outbox;

/// <summary>The domain row that a writer commits together with its event.</summary>
internal sealed class Note
{
    public required Guid Id { get; init; }

    public required Guid Person { get; init; }

    public required int Number { get; init; }
}

/// <summary>The database of the service that writes.</summary>
internal sealed class SenderDb(DbContextOptions<SenderDb> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddPlatformTables();
        modelBuilder.Entity<Note>(note =>
        {
            note.ToTable("notes");
            note.Property(row => row.Id).HasColumnName("id");
            note.Property(row => row.Person).HasColumnName("person");
            note.Property(row => row.Number).HasColumnName("number");
        });
    }
}
