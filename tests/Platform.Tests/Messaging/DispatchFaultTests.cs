using MassTransit;
using NaraVard.Platform.Messaging;
using NaraVard.Testing;

namespace NaraVard.Platform.Tests.Messaging;

/// <summary>The broker, the network and the process break in the middle; then everything is counted.</summary>
[Collection(RabbitMqTests.Name)]
public sealed class DispatchFaultTests : IAsyncLifetime
{
    private Database database = null!;
    private RabbitMqNode node = null!;

    public async Task InitializeAsync()
    {
        database = await Database.CreateFor<TestDb>();
        node = await RabbitMqNode.Start();
    }

    public async Task DisposeAsync()
    {
        await node.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task A_broker_that_is_killed_loses_nothing_and_no_effect_comes_twice_or_out_of_order()
    {
        await using var service = await TestService.Start(database, Settings());
        var person = TestService.SomePerson();
        await service.Say(person, Enumerable.Range(1, 50));
        await database.HasEffects(50);

        var saying = service.Say(person, Enumerable.Range(51, 150));
        await Soon.Holds("some more effects", async () => (await database.Effects()).Count > 60);
        await node.Kill();
        await saying;
        await service.Say(null, [201]);
        await node.Start();

        await database.HasEffects(201, seconds: 240);
        Assert.Equal(Enumerable.Range(1, 200), (await database.Effects()).Where(number => number <= 200));
        Assert.Empty(await service.Get<Replay<TestDb>>().Parked(10, CancellationToken.None));
    }

    /// <summary>Decision 0022. With time limits in place of its filter a round of two to four never ended.</summary>
    [Fact]
    public async Task Effects_that_end_after_the_connection_is_lost_keep_no_queue_from_coming_back()
    {
        await using var relay = new FreezableRelay(node.Port);
        await using var service = await TestService.Start(database, Settings(relay.Port));
        for (var round = 1; round <= 8; round++)
        {
            var late = new LateAcks(count: 32);
            using var observed = service.Get<IBus>().ConnectConsumeObserver(late);
            await service.Say(null, Enumerable.Range(1, 16));
            await late.Begun;
            relay.Cut();
            await late.Lost;
            late.End();
            await service.Say(null, [17]);

            await database.HasEffects(17 * round);
            await database.HasEffects(17 * round, nameof(OnSomethingHappenedToo));
        }
    }

    [Fact]
    public async Task A_broker_that_is_down_at_start_and_comes_later_gets_everything()
    {
        await node.Kill();
        await using var service = await TestService.Start(database, Settings());
        await service.Say(TestService.SomePerson(), [1, 2, 3]);

        await node.Start();

        await database.HasEffects(3, seconds: 240);
        Assert.Equal([1, 2, 3], await database.Effects());
    }

    [Fact]
    public async Task Confirms_that_never_come_end_by_the_time_limit_and_the_messages_go_out_afterwards()
    {
        await using var service = await TestService.Start(database, Settings());
        await service.Say(null, [1]);
        await database.HasEffects(1);

        await node.Freeze();
        await service.Say(TestService.SomePerson(), [2, 3]);
        await Soon.Holds("an attempt has ended", () => database.Ask<bool>(
            "select exists (select from platform.outbox where reason is not null)"));
        await node.Thaw();

        await database.HasEffects(3, seconds: 240);
        Assert.Equal([1, 2, 3], await database.Effects());
    }

    private IEnumerable<KeyValuePair<string, string?>> Settings(int? port = null) =>
        [.. node.Settings("/").Where(setting => setting.Key != "Bus:Port"),
            new("Bus:Port", $"{port ?? node.Port}"), new("Bus:SendTimeoutSeconds", "2")];

    /// <summary>Holds messages between commit and ack until they are let go.</summary>
    private sealed class LateAcks(int count) : IConsumeObserver
    {
        private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int held;

        /// <summary>Ends when so many are held.</summary>
        public Task Begun => begun.Task;

        /// <summary>Ends when one has been told that its channel is lost.</summary>
        public Task Lost => lost.Task;

        public void End() => end.TrySetResult();

        public Task PreConsume<T>(ConsumeContext<T> context)
            where T : class => Task.CompletedTask;

        public async Task PostConsume<T>(ConsumeContext<T> context)
            where T : class
        {
            context.CancellationToken.Register(() => lost.TrySetResult());
            if (Interlocked.Increment(ref held) == count)
                begun.TrySetResult();
            await end.Task;
        }

        public Task ConsumeFault<T>(ConsumeContext<T> context, Exception exception)
            where T : class => Task.CompletedTask;
    }
}
