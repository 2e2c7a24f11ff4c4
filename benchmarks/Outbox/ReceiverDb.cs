using MassTransit;
using Microsoft.EntityFrameworkCore;
using NaraVard.Platform.Schema;

namespace NaraVard.Benchmarks.Outbox;

/// <summary>The effect.</summary>
internal sealed class Copy
{
    public required Guid Id { get; init; }

    public required Guid Person { get; init; }

    public required int Number { get; init; }
}

/// <summary>The database of the service that hears.</summary>
internal sealed class ReceiverDb(DbContextOptions<ReceiverDb> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddPlatformTables();
        modelBuilder.Entity<Copy>(copy =>
        {
            copy.ToTable("copies");
            copy.Property(row => row.Id).HasColumnName("id");
            copy.Property(row => row.Person).HasColumnName("person");
            copy.Property(row => row.Number).HasColumnName("number");
        });
    }
}

/// <summary>A consumer as services write them.</summary>
internal sealed class OnNoted(ReceiverDb db) : IConsumer<Noted>
{
    public async Task Consume(ConsumeContext<Noted> context)
    {
        var noted = context.Message;
        db.Add(new Copy { Id = noted.NoteId, Person = Guid.Parse(noted.PersonKey), Number = noted.Number });
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
