using Microsoft.Extensions.DependencyInjection;
using NaraVard.Platform.Feeds;
using NaraVard.Platform.Tests.Messaging;
using NaraVard.Testing;
using Npgsql;

namespace NaraVard.Platform.Tests.Feeds;

public sealed class SharedLooksTests : IAsyncLifetime, IDisposable
{
    private const string Looking = """
        select count(*) from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and query like 'with fence%'
        """;

    private readonly CancellationTokenSource end = new(TimeSpan.FromMinutes(2));
    private Database database = null!;
    private TestService service = null!;

    public async Task InitializeAsync()
    {
        database = await Database.CreateFor<TestDb>();
        service = await TestService.Start(database, consumes: false);
        // Everybody is woken once when it does.
        await Soon.Holds("it listens", () => service.Get<Wakeups<TestDb>>().Connections > 0);
    }

    public async Task DisposeAsync()
    {
        await service.DisposeAsync();
        await database.DisposeAsync();
    }

    public void Dispose() => end.Dispose();

    [Fact]
    public async Task Watchers_of_one_audience_look_once_and_one_that_leaves_takes_nothing_from_the_others()
    {
        using var leave = new CancellationTokenSource();
        var cursor = await Feed().Now(end.Token);
        var hold = await Hold();
        await using var leaving = Watch("kommun:1780", cursor, leave.Token);
        await using var staying = Watch("kommun:1780", cursor, end.Token);
        var left = await Begin(leaving);
        var stayed = await Begin(staying);
        await Soon.Holds("they look", async () => await database.Ask<long>(Looking) > 0);

        Assert.Equal(1, await database.Ask<long>(Looking));
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        var id = await Change("kommun:1780");
        await hold.DisposeAsync();
        await stayed;
        while (staying.Current.Changes.Count == 0)
            await staying.MoveNextAsync();

        Assert.Equal(id, staying.Current.Changes.Single().Id);
    }

    [Fact]
    public async Task Watchers_of_different_audiences_look_each_for_themselves()
    {
        var cursor = await Feed().Now(end.Token);
        var hold = await Hold();
        await using var karlstad = Watch("kommun:1780", cursor, end.Token);
        await using var hammaro = Watch("kommun:1761", cursor, end.Token);
        var (one, other) = (await Begin(karlstad), await Begin(hammaro));
        await Soon.Holds("both look", async () => await database.Ask<long>(Looking) == 2);

        var id = await Change("kommun:1761");
        await hold.DisposeAsync();
        await other;
        while (hammaro.Current.Changes.Count == 0)
            await hammaro.MoveNextAsync();

        Assert.Equal(id, hammaro.Current.Changes.Single().Id);
        await end.CancelAsync();
        await Record.ExceptionAsync(() => one);
    }

    /// <summary>Its first batch is there at once; the task is the next one.</summary>
    private static async Task<Task> Begin(IAsyncEnumerator<FeedBatch> watch)
    {
        Assert.True(await watch.MoveNextAsync());
        return watch.MoveNextAsync().AsTask();
    }

    /// <summary>Nobody can look until it is disposed.</summary>
    private async Task<NpgsqlConnection> Hold()
    {
        var connection = await database.Source.OpenConnectionAsync();
        await using var hold = new NpgsqlCommand(
            "begin; lock table platform.changes_floor in access exclusive mode", connection);
        await hold.ExecuteNonQueryAsync();
        return connection;
    }

    private Feed<TestDb> Feed() => Scope().GetRequiredService<Feed<TestDb>>();

    private IAsyncEnumerator<FeedBatch> Watch(string audience, FeedCursor from, CancellationToken ct) =>
        Feed().Watch("handoff", audience, from, ct).GetAsyncEnumerator(ct);

    private async Task<Guid> Change(string audience)
    {
        var (id, scope) = (Guid.CreateVersion7(), Scope());
        scope.GetRequiredService<Feed<TestDb>>().Changed("handoff", id, audience);
        await scope.GetRequiredService<TestDb>().SaveChangesAsync();
        return id;
    }

    private IServiceProvider Scope() => service.Get<IServiceScopeFactory>().CreateScope().ServiceProvider;
}
