using NaraVard.Contracts.Handoff.V1;
using NaraVard.Testing;
using Npgsql;

namespace NaraVard.Handoff.Tests.Features.Following;

public sealed class WatchHandoffsTests(HandoffHost host) : IClassFixture<HandoffHost>
{
    [Fact]
    public async Task Shows_a_snapshot_of_what_is_open_and_then_each_change()
    {
        var (open, closed) = (await host.Received(), await host.Closed());
        await using var live = Watch(People.Bibbi);

        var snapshot = await live.UpTo(step => step.Kind is ChangeKind.SnapshotEnd);
        await host.Bibbi.AcknowledgeHandoffAsync(new() { HandoffId = open });
        var change = await live.Next(Of(open, ChangeKind.Changed));

        Assert.Contains(snapshot, step => Of(open, ChangeKind.Snapshot)(step));
        Assert.DoesNotContain(snapshot, step => step.Handoff?.HandoffId == closed);
        Assert.Equal(await host.Read(open), change.Handoff);
    }

    [Fact]
    public async Task Shows_a_new_handoff_as_it_comes()
    {
        await using var live = Watch(People.Bibbi);
        await live.UpTo(step => step.Kind is ChangeKind.SnapshotEnd);
        var id = await host.Received();

        var change = await live.Next(Of(id, ChangeKind.Changed));

        Assert.Equal((HandoffState.Received, Story.Name), (change.Handoff.State, change.Handoff.Person.Name));
    }

    [Fact]
    public async Task Shows_the_own_kommuns_handoffs_only()
    {
        await host.Received();
        await using var live = Watch(People.Hanna);
        await host.Received();
        var own = await host.Received(ask => ask.KommunCode = "1761");

        var steps = await live.UpTo(step => step.Handoff?.HandoffId == own);

        Assert.All(
            steps.Where(step => step.Handoff is not null), step => Assert.Equal("1761", step.Handoff.KommunCode));
    }

    [Fact]
    public async Task Goes_on_after_a_dropped_connection_without_missing_or_repeating()
    {
        var (taken, left) = (await host.Received(), await host.Received());
        var cursor = await CursorNow();
        await host.Bibbi.AcknowledgeHandoffAsync(new() { HandoffId = taken });
        var born = await host.Received();

        await using var live = Watch(People.Bibbi, cursor);
        var steps = await live.UpTo(step => step.Handoff?.HandoffId == born);

        Assert.Equal([taken, born], Changed(steps));
        Assert.DoesNotContain(steps, step => step.Kind is ChangeKind.Snapshot || step.Handoff?.HandoffId == left);
    }

    [Fact]
    public async Task Tells_the_same_again_from_the_same_cursor()
    {
        var cursor = await CursorNow();
        var (first, second) = (await host.Received(), await host.Received());

        var told = new List<List<string>>();
        for (var i = 0; i < 2; i++)
        {
            await using var live = Watch(People.Bibbi, cursor);
            told.Add(Changed(await live.UpTo(step => step.Handoff?.HandoffId == second)));
        }

        Assert.Equal([first, second], told[0]);
        Assert.Equal(told[0], told[1]);
    }

    [Fact]
    public async Task Begins_anew_with_a_snapshot_when_the_cursor_is_too_old()
    {
        var id = await host.Received();
        var cursor = await CursorNow();
        await host.Received();
        await host.Database.Execute(
            "update platform.changes_floor set tx = pg_current_xact_id(), position = 9223372036854775807");

        await using var live = Watch(People.Bibbi, cursor);
        var steps = await live.UpTo(step => step.Kind is ChangeKind.SnapshotEnd);

        await host.Database.Execute("update platform.changes_floor set tx = '0', position = 0");
        Assert.Contains(steps, step => step.Kind is ChangeKind.Reset);
        Assert.Contains(steps, step => Of(id, ChangeKind.Snapshot)(step));
    }

    [Fact]
    public async Task Takes_a_forwarded_handoff_from_the_old_desk_and_gives_it_to_the_new()
    {
        var id = await host.Received();
        await using var old = Watch(People.Bibbi);
        await using var young = Watch(People.Hanna);
        await old.UpTo(step => step.Kind is ChangeKind.SnapshotEnd);
        await young.UpTo(step => step.Kind is ChangeKind.SnapshotEnd);

        await host.Bibbi.ForwardHandoffAsync(new() { HandoffId = id, KommunCode = "1761" });

        var gone = await old.Next(step => step.RemovedHandoffId == id);
        Assert.Equal((ChangeKind.Removed, null), (gone.Kind, gone.Handoff));
        var come = await young.Next(Of(id, ChangeKind.Changed));
        Assert.Equal(["1780", "1761"], come.Handoff.Receivers.Select(receiver => receiver.KommunCode));
    }

    [Fact]
    public async Task Shows_each_version_once_when_the_second_was_there_before_the_first_was_told()
    {
        await using var live = Watch(People.Bibbi);
        await live.UpTo(step => step.Kind is ChangeKind.SnapshotEnd);
        await using var first = await OpenTransaction();
        var id = await host.Received();
        await using var second = await OpenTransaction();
        await host.Bibbi.AcknowledgeHandoffAsync(new() { HandoffId = id });

        await first.DisposeAsync();
        var change = await live.Next(Of(id, ChangeKind.Changed));
        await second.DisposeAsync();
        var mark = await host.Received();
        var after = await live.UpTo(Of(mark, ChangeKind.Changed));

        Assert.Equal(HandoffState.Acknowledged, change.Handoff.State);
        Assert.DoesNotContain(after, step => step.Handoff?.HandoffId == id);
    }

    [Fact]
    public async Task Shows_all_watchers_of_a_desk_the_same_and_nobody_elses()
    {
        var desks = new[] { Watch(People.Bibbi), Watch(People.Bengt), Watch(People.Bibbi) };
        await using var other = Watch(People.Hanna);
        foreach (var desk in desks.Append(other))
            await desk.UpTo(step => step.Kind is ChangeKind.SnapshotEnd);

        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
            ids.Add(await host.Received());
        var own = await host.Received(ask => ask.KommunCode = "1761");

        foreach (var desk in desks)
        {
            Assert.Equal(ids, Changed(await desk.UpTo(Of(ids[^1], ChangeKind.Changed))));
            await desk.DisposeAsync();
        }

        Assert.Equal([own], Changed(await other.UpTo(Of(own, ChangeKind.Changed))));
    }

    [Fact]
    public async Task Shows_no_person_and_no_need_once_consent_is_withdrawn()
    {
        var id = await host.Received();
        await using var live = Watch(People.Bibbi);
        await live.UpTo(step => step.Kind is ChangeKind.SnapshotEnd);

        await host.Er.WithdrawConsentAsync(new() { HandoffId = id });

        var change = await live.Next(Of(id, ChangeKind.Changed));
        Assert.Equal(EndReason.ConsentWithdrawn, change.Handoff.EndReason);
        Assert.Equal((null, null, null), (change.Handoff.Person, change.Handoff.Need, change.Handoff.NextOfKin));
    }

    [Fact]
    public async Task Masks_the_numbers_of_protected_persons_and_logs_each_person_shown()
    {
        var id = await host.Received(ask => ask.Person.Protection = Protection.Unspecified);
        await using var live = Watch(People.Bengt);

        var shown = await live.Next(Of(id, ChangeKind.Snapshot));

        Assert.Equal("********-****", shown.Handoff.Person.Number);
        var row = (await host.AccessRowsOf(id))[^1];
        Assert.Equal((true, People.Bengt.Subject), (row.IsAllowed, row.Subject));
        Assert.EndsWith("WatchHandoffs", row.Method, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_a_stream_of_server_sent_events_in_json()
    {
        var id = await host.Received();
        using var client = host.Json(People.Bibbi);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/handoff/v1/handoff-changes")
        {
            Version = client.DefaultRequestVersion,
            VersionPolicy = client.DefaultVersionPolicy,
        };
        request.Headers.Accept.ParseAdd("text/event-stream");

        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        using var events = new StreamReader(await answer.Content.ReadAsStreamAsync());
        while (await events.ReadLineAsync() is { } line && !line.Contains(id, StringComparison.Ordinal))
            Assert.DoesNotContain("error", line, StringComparison.Ordinal);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Refuses_a_cursor_that_is_none()
    {
        var refusal = await host.Refuses(
            People.Bibbi, Refusal.Invalid, (c, o) => c.WatchHandoffs(new() { Cursor = "1042-17" }, o));

        Assert.Equal(["cursor malformed"], refusal.Faults);
    }

    [Fact]
    public Task Lets_in_only_needs_assessors() => host.LetsInOnly(
        ["bistandsbedomare"], (c, o) => c.WatchHandoffs(new(), o));

    private Live<WatchHandoffsResponse> Watch(TestUser user, string cursor = "") =>
        new(host, host.As(user).WatchHandoffs(new() { Cursor = cursor }));

    /// <summary>A transaction that holds back what is committed after it.</summary>
    private async Task<NpgsqlConnection> OpenTransaction()
    {
        var connection = await host.Database.Source.OpenConnectionAsync();
        await using var begin = new NpgsqlCommand("begin; select pg_current_xact_id()", connection);
        await begin.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>The place of a change that has just been told; right after a snapshot one may be told again.</summary>
    private async Task<string> CursorNow()
    {
        await using var live = Watch(People.Bibbi);
        await live.UpTo(step => step.Kind is ChangeKind.SnapshotEnd);
        var mark = await host.Received();
        return (await live.Next(Of(mark, ChangeKind.Changed))).Cursor;
    }

    private static Func<WatchHandoffsResponse, bool> Of(string id, ChangeKind kind) =>
        step => step.Kind == kind && step.Handoff.HandoffId == id;

    private static List<string> Changed(IEnumerable<WatchHandoffsResponse> steps) =>
        [.. steps.Where(step => step.Kind is ChangeKind.Changed).Select(step => step.Handoff.HandoffId)];
}
