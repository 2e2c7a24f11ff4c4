using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using NaraVard.Platform.Feeds;
using NaraVard.Platform.Messaging.Wire;
using NaraVard.Platform.Tests.Messaging;
using NaraVard.Testing;

namespace NaraVard.Platform.Tests.Feeds;

public sealed class WakeupsTests
{
    [Fact]
    public async Task A_listener_whose_connection_went_silent_finds_out_and_messages_go_out_meanwhile()
    {
        await using var database = await Database.CreateFor<TestDb>();
        await using var relay = new FreezableRelay((await PostgreSqlServer.Shared).Port);
        var throughRelay = database.ConnectionString.Replace(
            $"Port={(await PostgreSqlServer.Shared).Port}", $"Port={relay.Port}", StringComparison.Ordinal);
        await using var service = await TestService.Start(
            database, [new("ConnectionStrings:tester", throughRelay)]);
        var wakeups = service.Get<Wakeups<TestDb>>();
        await Soon.Holds("it listens", () => wakeups.Connections == 1);

        relay.Silence();
        await database.Execute(
            $$"""
            insert into platform.outbox (id, message_type, body)
            values (gen_random_uuid(), '{{MessageTypes.NameOf(typeof(SomethingHappened))}}', '{"number":1}')
            """);

        await Soon.Holds("it listens again", () => wakeups.Connections == 2);
        await database.HasEffects(1);
    }

    [Fact]
    public async Task A_commit_wakes_the_dispatcher_without_any_time_passing()
    {
        await using var database = await Database.CreateFor<TestDb>();
        var clock = new TestClock();
        await using var service = await TestService.Start(database, adjust: builder =>
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        await service.Say(null, [1]);
        await Soon.Holds("it is up and listens", async () =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return service.Get<Wakeups<TestDb>>().Connections == 1
                && (await database.Effects()).Count == 1 && await database.IsSent();
        });

        // No time passes any more, so that no look without a wake-up can come.
        await service.Say(null, [2]);
        await database.HasEffects(2);

        Assert.Equal([1, 2], await database.Effects());
    }

    [Fact]
    public async Task A_commit_wakes_the_readers_of_another_process_without_any_time_passing()
    {
        await using var database = await Database.CreateFor<TestDb>();
        await using var other = await TestService.Start(database, consumes: false, adjust: Frozen);
        await using var service = await TestService.Start(database, adjust: Frozen);
        await Soon.Holds("both listen", () => new[] { other, service }.All(process =>
            process.Get<Wakeups<TestDb>>().Connections == 1));
        var wakeup = other.Get<Wakeups<TestDb>>().Next(Wakeups<TestDb>.Outbox);

        await service.Say(null, [1]);

        await wakeup.Wait(TimeSpan.FromHours(1), CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Nobody_is_woken_for_what_is_not_committed_yet_or_never()
    {
        await using var database = await Database.CreateFor<TestDb>();
        await using var service = await TestService.Start(database, adjust: Frozen);
        var wakeups = service.Get<Wakeups<TestDb>>();
        await Soon.Holds("it listens", () => wakeups.Connections == 1);
        var (never, later) = (wakeups.Next("changes/thing/never"), wakeups.Next("changes/thing/later"));

        await service.InFeed(async (db, feed) =>
        {
            feed.Changed("thing", Guid.CreateVersion7(), "never");
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
        });
        await service.InFeed(async (db, feed) =>
        {
            feed.Changed("thing", Guid.CreateVersion7(), "later");
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.SaveChangesAsync();
            Assert.Same(later, wakeups.Next("changes/thing/later"));
            await transaction.CommitAsync();
        });

        await later.Wait(TimeSpan.FromHours(1), CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Same(never, wakeups.Next("changes/thing/never"));
    }

    private static void Frozen(HostApplicationBuilder builder) =>
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new TestClock()));
}
