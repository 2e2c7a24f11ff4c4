using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Messaging;
using NaraVard.Platform.Messaging.Sending;
using NaraVard.Testing;
using RabbitMQ.Client;

namespace NaraVard.Platform.Tests.Messaging;

[Collection(RabbitMqTests.Name)]
public sealed class OutboxOnRabbitMqTests : IAsyncLifetime
{
    private Database database = null!;
    private RabbitMqNode node = null!;
    private string virtualHost = null!;

    public async Task InitializeAsync()
    {
        database = await Database.CreateFor<TestDb>();
        node = await RabbitMqNode.Shared;
        virtualHost = await node.CreateVirtualHost();
    }

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task A_persons_messages_have_their_effects_once_and_in_order_on_two_replicas()
    {
        await using var one = await TestService.Start(database, node.Settings(virtualHost));
        await using var two = await TestService.Start(database, node.Settings(virtualHost));
        var person = TestService.SomePerson();

        await one.Say(person, Enumerable.Range(1, 100));
        await two.Say(person, Enumerable.Range(101, 100));

        await database.HasEffects(200);
        Assert.Equal(Enumerable.Range(1, 200), await database.Effects());
    }

    [Fact]
    public async Task A_copy_of_a_message_has_no_effect()
    {
        await using var service = await TestService.Start(database, node.Settings(virtualHost));
        var id = Guid.Empty;
        await service.In(async (db, outbox) =>
        {
            outbox.Publish(TestService.SomePerson(), new SomethingHappened { Number = 1 });
            id = db.ChangeTracker.Entries<OutboxRow>().Single().Entity.Id;
            await db.SaveChangesAsync();
        });
        await database.HasEffects(1);

        await service.In(async (db, outbox) =>
        {
            outbox.Publish(null, new SomethingHappened { Number = 1 });
            db.ChangeTracker.Entries<OutboxRow>().Single().Property(row => row.Id).CurrentValue = id;
            await db.SaveChangesAsync();
        });
        await Soon.Holds("the copy is sent", database.IsSent);
        await service.Say(null, [2]);

        await Soon.Holds("2 has its effect", async () => (await database.Effects()).Contains(2));
        Assert.Equal([1, 2], (await database.Effects()).Order());
    }

    [Fact]
    public async Task The_consumer_knows_the_acting_user_and_continues_the_trace()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "NaraVard.Platform" or "test",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);
        await using var service = await TestService.Start(database, node.Settings(virtualHost));
        var caller = Caller.System("er", Organisation.Region("17")) with { Subject = "user-17", HasUser = true };
        using var source = new ActivitySource("test");

        ActivityTraceId trace;
        using (var activity = source.StartActivity("request"))
        {
            trace = activity!.TraceId;
            await service.Say(null, [1], caller);
        }

        await database.HasEffects(1);
        Assert.Equal($"user-17|{trace}|", await database.Ask<string>("select text from effects where text <> ''"));
    }

    [Fact]
    public async Task An_event_for_another_organisation_is_also_on_the_border_without_the_person()
    {
        await using var service = await TestService.Start(
            database, node.Settings(virtualHost), consumes: false,
            builder => builder.AddBorder(message => (message as SomethingHappened)?.Recipient));
        await using var connection = await node.Connect(virtualHost);
        await using var channel = await connection.CreateChannelAsync();
        await channel.ExchangeDeclareAsync("border", ExchangeType.Topic, durable: true);
        await channel.QueueDeclareAsync("partner", durable: true, exclusive: false, autoDelete: false);
        await channel.QueueBindAsync("partner", "border", "region:17");
        var person = TestService.SomePerson();

        await service.In(async (db, outbox) =>
        {
            outbox.Publish(person, new SomethingHappened { Number = 1, Recipient = "kommun:1780" });
            outbox.Publish(person, new SomethingHappened { Number = 2, Recipient = "region:17" });
            await db.SaveChangesAsync();
        });
        await Soon.Holds("all is sent", database.IsSent);

        var crossed = await channel.BasicGetAsync("partner", autoAck: true);
        Assert.NotNull(crossed);
        var text = System.Text.Encoding.UTF8.GetString(crossed.Body.Span);
        Assert.Contains("\"number\": 2", text, StringComparison.Ordinal);
        Assert.DoesNotContain(person.ToString(), text, StringComparison.Ordinal);
        Assert.Null(await channel.BasicGetAsync("partner", autoAck: true));
    }

    [Fact]
    public async Task What_the_consumer_refuses_is_in_the_error_queue_with_its_reason_and_can_be_replayed()
    {
        await using var service = await TestService.Start(database, node.Settings(virtualHost));
        var attempts = new ConcurrentBag<int>();
        service.Interference.Before = message =>
        {
            attempts.Add(message.Number);
            return message.Number == 1 ? throw new FormatException("cannot be read") : Task.CompletedTask;
        };
        var person = TestService.SomePerson();
        await service.Say(person, [1, 2]);
        await database.HasEffects(1);

        await using var connection = await node.Connect(virtualHost);
        await using var channel = await connection.CreateChannelAsync();
        const string endpoint = "tester-on-something-happened";
        await Soon.Holds(
            "it is in the error queue", async () => await channel.MessageCountAsync(endpoint + "_error") == 1);
        var refused = await channel.BasicGetAsync(endpoint + "_error", autoAck: false);
        var reason = (byte[])refused!.BasicProperties.Headers!["MT-Fault-Message"]!;
        await channel.BasicNackAsync(refused.DeliveryTag, false, requeue: true);
        await Soon.Holds(
            "it lies there again", async () => await channel.MessageCountAsync(endpoint + "_error") == 1);
        service.Interference.Before = _ => Task.CompletedTask;
        var replayed = await service.Get<Replay<TestDb>>().Redeliver(endpoint, 10, CancellationToken.None);

        await database.HasEffects(2);
        Assert.Equal("cannot be read", System.Text.Encoding.UTF8.GetString(reason));
        Assert.Equal(1, replayed);
        Assert.Equal([2, 1], await database.Effects());
        Assert.Single(attempts, 1);
        Assert.Equal(0u, await channel.MessageCountAsync(endpoint + "_error"));
    }

    [Fact]
    public async Task What_waits_for_a_message_that_never_comes_goes_on_in_order()
    {
        await using var service = await TestService.Start(
            database, [.. node.Settings(virtualHost), new("Bus:HoldSeconds", "1")]);
        foreach (var first in new[] { 10, 20, 30, 40 })
            await service.In(async (db, outbox) =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                var person = TestService.SomePerson();
                for (var number = first; number < first + 6; number++)
                    outbox.Publish(person, new SomethingHappened { Number = number });
                await db.SaveChangesAsync();
                await db.Database.ExecuteSqlRawAsync("delete from platform.outbox where person_sequence = 1");
                await transaction.CommitAsync();
            });

        await database.HasEffects(20);

        Assert.All((await database.Effects()).GroupBy(number => number / 10), line => Assert.Equal(line.Order(), line));
    }

    [Fact]
    public async Task What_lies_in_the_error_queue_can_be_replayed_on_quorum_queues_too()
    {
        await using var service = await TestService.Start(
            database, [.. node.Settings(virtualHost), new("Bus:QuorumQueues", "true")]);
        service.Interference.Before = message =>
            message.Number == 1 ? throw new FormatException("cannot be read") : Task.CompletedTask;
        await service.Say(TestService.SomePerson(), [1, 2]);
        await database.HasEffects(1);

        service.Interference.Before = _ => Task.CompletedTask;
        var replayed = await service.Get<Replay<TestDb>>().Redeliver(
            "tester-on-something-happened", 10, CancellationToken.None);

        await database.HasEffects(2);
        Assert.Equal(1, replayed);
        Assert.Equal([2, 1], await database.Effects());
    }
}

/// <summary>Tests that share the node run one class at a time: two cores carry one broker.</summary>
[CollectionDefinition(Name)]
public sealed class RabbitMqTests
{
    public const string Name = "RabbitMq";
}
