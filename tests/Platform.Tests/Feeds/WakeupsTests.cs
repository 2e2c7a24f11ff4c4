using System.Diagnostics;
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

        await Soon.Holds("it listens again", () => wakeups.Connections == 2, seconds: 20);
        await database.HasEffects(1, seconds: 60);
    }

    [Fact]
    public async Task A_commit_wakes_the_dispatcher_long_before_it_would_look_by_itself()
    {
        await using var database = await Database.CreateFor<TestDb>();
        await using var service = await TestService.Start(database);
        await service.Say(null, [1]);
        await database.HasEffects(1);

        var clock = Stopwatch.StartNew();
        await service.Say(null, [2]);
        await database.HasEffects(2);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), $"{clock.Elapsed}");
    }
}
