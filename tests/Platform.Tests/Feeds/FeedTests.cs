using Microsoft.Extensions.DependencyInjection;
using NaraVard.Platform.Feeds;
using NaraVard.Platform.Tests.Messaging;
using NaraVard.Testing;
using Npgsql;

namespace NaraVard.Platform.Tests.Feeds;

public sealed class FeedTests : IAsyncLifetime
{
    private const string Resource = "handoff";
    private const string Desk = "kommun:1780";
    private Database database = null!;
    private TestService service = null!;

    public async Task InitializeAsync()
    {
        database = await Database.CreateFor<TestDb>();
        service = await TestService.Start(database, consumes: false);
    }

    public async Task DisposeAsync()
    {
        await service.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Tells_each_audience_its_own_changes_with_tombstones()
    {
        Guid[] ids = [Guid.CreateVersion7(), Guid.CreateVersion7()];
        await Save(feed => feed.Changed(Resource, ids[0], Desk, "region:17"));
        await Save(feed => feed.Changed(Resource, ids[1], "region:17"));
        await Save(feed => feed.Deleted(Resource, ids[0], Desk));

        var desk = await Page(Desk, null);
        var region = await Page("region:17", null);

        Assert.Equal([(ids[0], true)], desk.Changes.Select(change => (change.Id, change.Deleted)));
        Assert.Equal([(ids[0], false), (ids[1], false)], region.Changes.Select(change => (change.Id, change.Deleted)));
    }

    [Fact]
    public async Task Pages_go_on_where_the_last_one_ended()
    {
        var ids = Enumerable.Range(0, 7).Select(_ => Guid.CreateVersion7()).ToList();
        foreach (var id in ids)
            await Save(feed => feed.Changed(Resource, id, Desk));

        var seen = new List<Guid>();
        FeedPage page;
        FeedCursor? cursor = null;
        do
        {
            page = await Page(Desk, cursor, limit: 3);
            seen.AddRange(page.Changes.Select(change => change.Id));
            cursor = FeedCursor.Parse(page.Next.ToString());
        }
        while (page.HasMore);

        Assert.Equal(ids, seen);
        Assert.Empty((await Page(Desk, cursor)).Changes);
    }

    [Fact]
    public async Task Goes_on_after_any_change_of_a_page()
    {
        Guid[] ids = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];
        foreach (var id in (Guid[])[ids[0], ids[1], ids[0], ids[2]])
            await Save(feed => feed.Changed(Resource, id, Desk));

        var page = await Page(Desk, null);

        Assert.Equal([ids[1], ids[0], ids[2]], page.Changes.Select(change => change.Id));
        Assert.Equal([ids[0], ids[2]], (await Page(Desk, page.Changes[0].Cursor)).Changes.Select(change => change.Id));
        Assert.Empty((await Page(Desk, page.Changes[2].Cursor)).Changes);
    }

    [Fact]
    public async Task A_transaction_that_commits_late_is_not_skipped()
    {
        await using var early = await database.Source.OpenConnectionAsync();
        await using var transaction = await early.BeginTransactionAsync();
        var late = Guid.CreateVersion7();
        await Insert(early, late);
        var quick = Guid.CreateVersion7();
        await Save(feed => feed.Changed(Resource, quick, Desk), settled: false);

        var before = await Page(Desk, null);
        await transaction.CommitAsync();
        await Settled();
        var after = await Page(Desk, before.Next);

        Assert.Empty(before.Changes);
        Assert.Equal([late, quick], after.Changes.Select(change => change.Id));
    }

    [Fact]
    public Task A_watcher_sees_changes_at_once_also_those_held_up_by_an_older_transaction() =>
        Soon.Holds("one of several is seen long before the look without a wake-up", async () =>
            await DelayOfOneHeldUp() < Wakeups<TestDb>.Backstop / 2);

    private async Task<TimeSpan> DelayOfOneHeldUp()
    {
        using var end = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await using var watch = Watch(null, end.Token);
        await Next(watch);
        await using var older = await database.Source.OpenConnectionAsync();
        await using var transaction = await older.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand("select pg_current_xact_id()", older))
            await command.ExecuteScalarAsync();
        var id = Guid.CreateVersion7();
        await Save(feed => feed.Changed(Resource, id, Desk), settled: false);
        var next = NextChange(watch);
        Assert.False(next.IsCompleted);

        var clock = System.Diagnostics.Stopwatch.StartNew();
        await transaction.RollbackAsync();
        var batch = await next;

        Assert.Equal(id, batch.Changes.Single().Id);
        return clock.Elapsed;
    }

    [Fact]
    public async Task Nothing_is_missed_when_the_listener_loses_its_connection()
    {
        using var end = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var wakeups = service.Get<Wakeups<TestDb>>();
        await Soon.Holds("it listens", () => wakeups.Connections > 0);
        await using var watch = Watch(null, end.Token);
        await Next(watch);

        var seen = new List<Guid>();
        var ids = Enumerable.Range(0, 20).Select(_ => Guid.CreateVersion7()).ToList();
        foreach (var id in ids)
        {
            if (id == ids[5])
                await database.Execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity " +
                    "where datname = current_database() and application_name = 'tester listener'");
            await Save(feed => feed.Changed(Resource, id, Desk));
        }

        while (seen.Count < ids.Count)
            seen.AddRange((await NextChange(watch)).Changes.Select(change => change.Id));
        Assert.Equal(ids, seen);
        await Soon.Holds("it listens again", () => wakeups.Connections > 1);
    }

    [Fact]
    public async Task Resumes_after_a_dropped_stream_without_gap()
    {
        using var end = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        FeedCursor cursor;
        await using (var watch = Watch(null, end.Token))
            cursor = (await Next(watch)).Cursor;
        var id = Guid.CreateVersion7();
        await Save(feed => feed.Changed(Resource, id, Desk));

        await using var again = Watch(FeedCursor.Parse(cursor.ToString()), end.Token);
        var batch = await NextChange(again);

        Assert.Equal(id, batch.Changes.Single().Id);
        Assert.False(batch.Reset);
    }

    [Fact]
    public async Task A_silent_stream_has_a_heartbeat_with_a_later_cursor()
    {
        using var end = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await using var watch = Watch(null, end.Token);
        var first = await Next(watch);
        await Save(feed => feed.Changed(Resource, Guid.CreateVersion7(), "somebody else"));

        var heartbeat = await Next(watch);

        Assert.Empty(heartbeat.Changes);
        Assert.True(heartbeat.Cursor.Tx > first.Cursor.Tx);
    }

    [Fact]
    public async Task A_cursor_older_than_what_is_kept_or_from_another_time_is_reset()
    {
        var old = await Feed(feed => feed.Now(CancellationToken.None));
        await Save(feed => feed.Changed(Resource, Guid.CreateVersion7(), Desk));
        await database.Execute("update platform.changes set at = at - interval '30 days'");
        var kept = Guid.CreateVersion7();
        await Save(feed => feed.Changed(Resource, kept, Desk));

        await service.Get<FeedCleaner<TestDb>>().Clean(CancellationToken.None);
        var reset = await Page(Desk, old);
        var future = await Page(Desk, new FeedCursor(old.Tx + 1_000_000, 0));
        var fresh = await Page(Desk, null);

        Assert.True(reset.Reset);
        Assert.True(future.Reset);
        Assert.False(fresh.Reset);
        Assert.Equal(kept, fresh.Changes.Single().Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("____________________________")]
    public void A_text_that_is_no_cursor_is_refused(string text) => Assert.False(FeedCursor.TryParse(text, out _));

    private static async Task<FeedBatch> Next(IAsyncEnumerator<FeedBatch> watch)
    {
        Assert.True(await watch.MoveNextAsync());
        return watch.Current;
    }

    private static async Task<FeedBatch> NextChange(IAsyncEnumerator<FeedBatch> watch)
    {
        FeedBatch batch;
        do
            batch = await Next(watch);
        while (batch.Changes.Count == 0);
        return batch;
    }

    private static async Task Insert(NpgsqlConnection connection, Guid id)
    {
        await using var command = new NpgsqlCommand(
            "insert into platform.changes (resource, resource_id, audience) values ($1, $2, $3)", connection);
        command.Parameters.Add(new() { Value = Resource });
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = Desk });
        await command.ExecuteNonQueryAsync();
    }

    private IAsyncEnumerator<FeedBatch> Watch(FeedCursor? from, CancellationToken ct) =>
        service.Get<IServiceScopeFactory>().CreateScope().ServiceProvider.GetRequiredService<Feed<TestDb>>()
            .Watch(Resource, Desk, from, ct).GetAsyncEnumerator(ct);

    private Task<FeedPage> Page(string audience, FeedCursor? from, int limit = 100) =>
        Feed(feed => feed.Read(Resource, audience, from, limit, CancellationToken.None));

    private async Task<T> Feed<T>(Func<Feed<TestDb>, Task<T>> ask)
    {
        await using var scope = service.Get<IServiceScopeFactory>().CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<Feed<TestDb>>());
    }

    /// <summary>
    /// Other tests have transactions open in the same cluster; waits until the older ones have ended.
    /// </summary>
    private Task Settled() => Soon.Holds("older transactions have ended", () => database.Ask<bool>(
        "select not exists (select from platform.changes where tx >= pg_snapshot_xmin(pg_current_snapshot()))"));

    private async Task Save(Action<Feed<TestDb>> change, bool settled = true)
    {
        await using var scope = service.Get<IServiceScopeFactory>().CreateAsyncScope();
        change(scope.ServiceProvider.GetRequiredService<Feed<TestDb>>());
        await scope.ServiceProvider.GetRequiredService<TestDb>().SaveChangesAsync();
        if (settled)
            await Settled();
    }
}
