using NaraVard.Contracts.Handoff.V1;
using NaraVard.Testing;

namespace NaraVard.Handoff.Tests.Features.Following;

public sealed class ListHandoffChangesTests(HandoffHost host) : IClassFixture<HandoffHost>
{
    [Fact]
    public async Task Tells_each_changed_handoff_once_as_it_is_now()
    {
        var cursor = await End();
        var id = await host.Acknowledged();

        var changes = await From(cursor, 1);

        Assert.Equal(await host.Read(id), Assert.Single(changes).Handoff);
    }

    [Fact]
    public async Task Tells_what_may_be_seen_no_more_as_removed()
    {
        var id = await host.Received();
        var cursor = await End();
        await host.Bibbi.ForwardHandoffAsync(new() { HandoffId = id, KommunCode = "1761" });

        var removed = Assert.Single(await From(cursor, 1));

        Assert.Equal((id, true, null), (removed.HandoffId, removed.IsRemoved, removed.Handoff));
    }

    [Fact]
    public async Task Gives_pages_that_go_on_where_the_last_ended()
    {
        var cursor = await End();
        var ids = new[] { await host.Received(), await host.Received(), await host.Received() };
        await From(cursor, 3);

        var first = await host.Bibbi.ListHandoffChangesAsync(new() { Cursor = cursor, Limit = 2 });
        var second = await host.Bibbi.ListHandoffChangesAsync(new() { Cursor = first.NextCursor, Limit = 2 });

        Assert.Equal(ids, first.Changes.Concat(second.Changes).Select(change => change.HandoffId));
        Assert.Equal((true, false), (first.HasMore, second.HasMore));
    }

    [Fact]
    public async Task Tells_the_same_again_from_the_same_cursor()
    {
        var cursor = await End();
        await host.Received();
        await From(cursor, 1);
        var request = new ListHandoffChangesRequest { Cursor = cursor, Limit = 1 };

        Assert.Equal(
            (await host.Bibbi.ListHandoffChangesAsync(request)).Changes,
            (await host.Bibbi.ListHandoffChangesAsync(request)).Changes);
    }

    [Fact]
    public async Task Masks_the_numbers_of_protected_persons_and_logs_each_person_shown()
    {
        var cursor = await End();
        var id = await host.Received(ask => ask.Person.Protection = Protection.ProtectedRegistration);

        var change = Assert.Single(await From(cursor, 1));

        Assert.Equal("********-****", change.Handoff.Person.Number);
        Assert.EndsWith("ListHandoffChanges", (await host.AccessRowsOf(id))[^1].Method, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_the_own_kommuns_changes_only()
    {
        await host.Received();
        var own = await host.Received(ask => ask.KommunCode = "1715");
        var kil = host.As(Testing.TestUser.Bistandsbedomare("1715"));
        var changes = new List<HandoffDelta>();

        await host.Until("the change is told", async () =>
        {
            changes = [.. (await kil.ListHandoffChangesAsync(new())).Changes];
            return changes.Count > 0;
        });

        Assert.Equal(own, Assert.Single(changes).HandoffId);
    }

    [Fact]
    public async Task Refuses_a_cursor_that_is_too_old()
    {
        var cursor = await End();
        await host.Received();
        await host.Database.Execute(
            "update platform.changes_floor set tx = pg_current_xact_id(), position = 9223372036854775807");

        await host.Refuses(
            People.Bibbi, "cursor-too-old", (c, o) => c.ListHandoffChangesAsync(new() { Cursor = cursor }, o));
        // Another test that reads while an older transaction is open would be before the floor, too.
        await host.Database.Execute("update platform.changes_floor set tx = '0', position = 0");
    }

    [Fact]
    public Task Names_everything_that_is_wrong_at_once() => host.RefusesInput(
        People.Bibbi, ["cursor malformed", "limit out-of-range"],
        (c, o) => c.ListHandoffChangesAsync(new() { Cursor = "x", Limit = 101 }, o));

    [Fact]
    public Task Lets_in_only_needs_assessors() => host.LetsInOnly(
        ["bistandsbedomare"], (c, o) => c.ListHandoffChangesAsync(new(), o));

    /// <summary>The place after everything so far.</summary>
    private async Task<string> End()
    {
        var mark = await host.Received();
        ListHandoffChangesResponse page = new();
        await host.Until("all is read", async () =>
        {
            page = await host.Bibbi.ListHandoffChangesAsync(new() { Cursor = page.NextCursor, Limit = 100 });
            return page.Changes.Any(change => change.HandoffId == mark);
        });
        return page.NextCursor;
    }

    private async Task<List<HandoffDelta>> From(string cursor, int count)
    {
        List<HandoffDelta> changes = [];
        await host.Until($"{count} changes are told", async () =>
        {
            changes = [.. (await host.Bibbi.ListHandoffChangesAsync(new() { Cursor = cursor })).Changes];
            return changes.Count >= count;
        });
        return changes;
    }
}
