using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NaraVard.Platform.Feeds;
using NaraVard.Platform.Hosting;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Messaging;
using NaraVard.Platform.Persons;
using NaraVard.Testing;

namespace NaraVard.Platform.Tests.Messaging;

/// <summary>One process of one service: a real host on a real database.</summary>
internal sealed class TestService : IAsyncDisposable
{
    private readonly IHost host;

    private TestService(IHost host) => this.host = host;

    public Interference Interference => Get<Interference>();

    /// <summary>A person whom no other test knows.</summary>
    public static PersonKey SomePerson() => new(Guid.CreateVersion7());

    public static async Task<TestService> Start(
        Database database, IEnumerable<KeyValuePair<string, string?>>? settings = null,
        bool consumes = true, Action<HostApplicationBuilder>? adjust = null)
    {
        var service = Create(database, settings, consumes, adjust);
        await service.host.StartAsync();
        return service;
    }

    public static TestService Create(
        Database database, IEnumerable<KeyValuePair<string, string?>>? settings = null,
        bool consumes = true, Action<HostApplicationBuilder>? adjust = null)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:tester", database.ConnectionString)]);
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<Interference>();
        builder.Services.AddScoped(services => services.GetRequiredService<CallerScope>().Caller);
        builder.AddService<TestDb>("tester");
        if (consumes)
            builder.AddConsumers<TestDb>(consumers => consumers
                .AddConsumer<OnSomethingHappened>()
                .AddConsumer<OnSomethingHappenedToo>());
        adjust?.Invoke(builder);
        return new TestService(builder.Build());
    }

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>Says each message in a transaction of its own, as the caller.</summary>
    public async Task Say(PersonKey? person, IEnumerable<int> numbers, Caller? caller = null)
    {
        foreach (var number in numbers)
            await In(async (db, outbox) =>
            {
                outbox.Publish(person, new SomethingHappened { Number = number });
                await db.SaveChangesAsync();
            }, caller);
    }

    public async Task In(Func<TestDb, Outbox<TestDb>, Task> act, Caller? caller = null)
    {
        await using var scope = host.Services.CreateAsyncScope();
        if (caller is not null)
            scope.ServiceProvider.GetRequiredService<CallerScope>().Enter(caller);
        await act(
            scope.ServiceProvider.GetRequiredService<TestDb>(),
            scope.ServiceProvider.GetRequiredService<Outbox<TestDb>>());
    }

    public async Task InFeed(Func<TestDb, Feed<TestDb>, Task> act)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await act(
            scope.ServiceProvider.GetRequiredService<TestDb>(),
            scope.ServiceProvider.GetRequiredService<Feed<TestDb>>());
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await host.StopAsync(limit.Token);
        await ((IAsyncDisposable)host).DisposeAsync();
    }
}

internal static class TestDatabase
{
    /// <summary>What the consumer did, in the order in which it did it.</summary>
    public static Task<IReadOnlyList<int>> Effects(
        this Database database, string consumer = nameof(OnSomethingHappened)) =>
        database.AskAll<int>($"select number from effects where consumer = '{consumer}' order by position");

    public static async Task<bool> IsSent(this Database database) =>
        await database.Ask<long>("select count(*) from platform.outbox") == 0;

    /// <summary>Waits until the consumer has done as much, and nothing waits to be sent.</summary>
    public static Task HasEffects(
        this Database database, int count, string consumer = nameof(OnSomethingHappened), int seconds = 120) =>
        Soon.Holds($"{count} effects of {consumer}", async () =>
            (await database.Effects(consumer)).Count >= count && await database.IsSent(), seconds,
            found: async () => $"{(await database.Effects(consumer)).Count} effects; in the outbox: " +
                string.Join(" | ", await database.AskAll<string>(
                    "select concat_ws(' ', body, type_sequence, due, attempts, reason) from platform.outbox limit 3")));
}
