using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NaraVard.Platform.Hosting;
using NaraVard.Platform.Messaging;
using NaraVard.Platform.Schema;
using NaraVard.Testing;

namespace NaraVard.Platform.Tests.Messaging;

/// <summary>What an operator sees, and two services in one process.</summary>
[Collection(RabbitMqTests.Name)]
public sealed class OperationTests
{
    [Fact]
    public async Task Readiness_depends_on_the_database_and_only_degrades_with_the_broker()
    {
        await using var database = await Database.CreateFor<TestDb>();
        await using var service = await TestService.Start(
            database, [new("Bus:Kind", "RabbitMq"), new("Bus:Host", "127.0.0.1"), new("Bus:Port", "1")]);
        var health = service.Get<HealthCheckService>();

        var brokerDown = await Ready(health);
        await database.DisposeAsync();
        var databaseDown = await Ready(health);

        Assert.Equal(HealthStatus.Degraded, brokerDown.Status);
        Assert.Equal(HealthStatus.Unhealthy, databaseDown.Status);
    }

    [Fact]
    public async Task Metrics_tell_age_parked_and_size_and_no_label_names_a_person()
    {
        await using var database = await Database.CreateFor<TestDb>();
        var values = new ConcurrentDictionary<string, double>();
        var labels = new ConcurrentBag<string>();
        await using var service = await TestService.Start(database);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter == service.Get<MessagingTelemetry>().Meter)
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.Start();
        var person = TestService.SomePerson();
        service.Interference.Before = message =>
            message.Number == 2 ? throw new FormatException("poison") : Task.CompletedTask;

        await service.Say(person, [1, 2, 3]);
        await Soon.Holds("one is sent and one is parked, by the metrics", () =>
        {
            listener.RecordObservableInstruments();
            return values.GetValueOrDefault("naravard.outbox.sent") == 1
                && values.GetValueOrDefault("naravard.outbox.parked") == 1;
        });

        Assert.Contains("naravard.outbox.oldest_unsent", values.Keys);
        Assert.Contains("naravard.outbox.size", values.Keys);
        Assert.Contains("naravard.database.oldest_transaction", values.Keys);
        Assert.DoesNotContain(labels, label => label.Contains(person.ToString(), StringComparison.OrdinalIgnoreCase));
        Assert.All(labels, label => Assert.Contains(label, KnownLabels));

        void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            // A counter tells what is added, a gauge what is.
            values.AddOrUpdate(instrument.Name, value, (_, before) => instrument.IsObservable ? value : before + value);
            foreach (var (name, label) in tags)
                labels.Add($"{name}={label}");
        }
    }

    private static readonly string[] KnownLabels =
    [
        "service=tester", "kind=parked", "kind=retried", "outcome=done", "outcome=seen", "outcome=refused",
        "endpoint=tester-on-something-happened", "endpoint=tester-on-something-happened-too",
    ];

    [Fact]
    public async Task Two_services_in_one_process_each_keep_to_their_own_database()
    {
        await using var one = await Database.CreateFor<TestDb>();
        await using var two = await Database.CreateFor<OtherDb>();
        await using var service = await TestService.Start(
            one, [new("ConnectionStrings:other", two.ConnectionString)], consumes: true,
            builder => builder
                .AddService<OtherDb>("other")
                .AddConsumers<OtherDb>(consumers => consumers.AddConsumer<OnSomethingHappenedElsewhere>()));

        await service.Say(TestService.SomePerson(), [1, 2]);

        await one.HasEffects(2);
        await Soon.Holds("the other service has heard it", async () =>
            await two.Ask<long>("select count(*) from platform.inbox where endpoint like 'other-on-%-elsewhere'") == 2);
        Assert.Equal(4, await one.Ask<long>("select count(*) from platform.inbox"));
    }

    [Fact]
    public async Task A_database_that_is_killed_loses_nothing_and_no_effect_comes_twice()
    {
        var server = await PostgreSqlServer.Start("killed");
        await server.Execute("create database victim");
        await using var database = await Database.CreateEmpty();
        var victim = server.ConnectionString("victim");
        var node = await RabbitMqNode.Shared;
        await using var service = await TestService.Start(
            database, [.. node.Settings(await node.CreateVirtualHost()), new("ConnectionStrings:tester", victim)]);
        var person = TestService.SomePerson();
        await service.Say(person, Enumerable.Range(1, 200));

        await server.Kill();
        await server.Restart();
        await service.Say(person, [201]);

        await Soon.Holds("all effects", async () => await Ask("select count(*) from mine") >= 201);
        Assert.Equal(201, await Ask("select count(distinct number) from mine"));
        Assert.Equal(201, await Ask("select count(*) from mine"));
        Assert.Equal(0, await Ask(
            "select count(*) from (select number < lag(number) over (order by position) as back from mine) e " +
            "where back"));

        async Task<long> Ask(string sql)
        {
            await using var source = Npgsql.NpgsqlDataSource.Create(victim);
            await using var command = source.CreateCommand(
                $"with mine as (select * from effects where consumer = 'OnSomethingHappened') {sql}");
            return (long)(await command.ExecuteScalarAsync())!;
        }
    }

    private static Task<HealthReport> Ready(HealthCheckService health) =>
        health.CheckHealthAsync(check => check.Tags.Contains("ready"));
}

internal sealed class OtherDb(DbContextOptions<OtherDb> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddPlatformTables();
}

internal sealed class OnSomethingHappenedElsewhere : MassTransit.IConsumer<SomethingHappened>
{
    public Task Consume(MassTransit.ConsumeContext<SomethingHappened> context) => Task.CompletedTask;
}
