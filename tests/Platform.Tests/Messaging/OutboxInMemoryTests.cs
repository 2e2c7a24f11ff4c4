using NaraVard.Testing;

namespace NaraVard.Platform.Tests.Messaging;

public sealed class OutboxInMemoryTests : IAsyncLifetime
{
    private Database database = null!;
    private TestService service = null!;

    public async Task InitializeAsync()
    {
        database = await Database.CreateFor<TestDb>();
        service = await TestService.Start(database);
    }

    public async Task DisposeAsync()
    {
        await service.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Every_consumer_sees_what_was_committed()
    {
        await service.Say(TestService.SomePerson(), [1, 2, 3]);

        await database.HasEffects(3);
        await database.HasEffects(3, nameof(OnSomethingHappenedToo));

        Assert.Equal([1, 2, 3], await database.Effects());
        Assert.Equal([1, 2, 3], await database.Effects(nameof(OnSomethingHappenedToo)));
    }

    [Fact]
    public async Task Nobody_sees_what_was_rolled_back()
    {
        await service.In(async (db, outbox) =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            outbox.Publish(null, new SomethingHappened { Number = 1 });
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
        });
        await service.Say(null, [2]);

        await database.HasEffects(1);

        Assert.Equal([2], await database.Effects());
    }
}
