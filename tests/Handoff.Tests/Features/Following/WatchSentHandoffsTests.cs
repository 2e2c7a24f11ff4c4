using NaraVard.Contracts.Handoff.V1;
using NaraVard.Testing;

namespace NaraVard.Handoff.Tests.Features.Following;

public sealed class WatchSentHandoffsTests(HandoffHost host) : IClassFixture<HandoffHost>
{
    [Fact]
    public async Task Shows_the_answer_as_it_comes()
    {
        var id = await host.Started();
        await using var live = Watch(People.Eva);
        var snapshot = await live.UpTo(step => step.Kind is ChangeKind.SnapshotEnd);

        var outcome = host.HelpThisEvening();
        await host.Bibbi.RecordOutcomeAsync(new() { HandoffId = id, Outcome = outcome });

        var change = await live.Next(step => step.Kind is ChangeKind.Changed && step.Handoff.HandoffId == id);
        Assert.Contains(snapshot, step => step.Kind is ChangeKind.Snapshot && step.Handoff.HandoffId == id);
        Assert.Equal(
            (outcome.Kind, outcome.ServiceStart.StartsAt, outcome.ServiceStart.Contact),
            (change.Handoff.Answer.OutcomeKind, change.Handoff.Answer.StartsAt, change.Handoff.Answer.Contact));
    }

    [Fact]
    public async Task Follows_a_handoff_from_desk_to_desk()
    {
        var id = await host.Received();
        await using var live = Watch(People.Eva);
        await live.UpTo(step => step.Kind is ChangeKind.SnapshotEnd);

        await host.Bibbi.ForwardHandoffAsync(new() { HandoffId = id, KommunCode = "1761" });

        var change = await live.Next(step => step.Kind is ChangeKind.Changed && step.Handoff.HandoffId == id);
        Assert.Equal("1761", change.Handoff.Desk.KommunCode);
    }

    [Fact]
    public async Task Shows_what_the_own_unit_has_sent_only()
    {
        var id = await host.Received();
        await using var live = Watch(People.OtherEr);
        await host.Bibbi.AcknowledgeHandoffAsync(new() { HandoffId = id });
        var own = (await host.As(People.OtherEr).RequestHandoffAsync(host.Ask())).HandoffId;

        var steps = await live.UpTo(step => step.Handoff?.HandoffId == own);

        Assert.DoesNotContain(steps, step => step.Handoff?.HandoffId == id);
    }

    [Fact]
    public async Task Shows_nothing_to_a_unit_of_the_same_name_in_another_region()
    {
        var id = await host.Received();
        await using var live = Watch(People.OtherRegion);
        await live.UpTo(step => step.Kind is ChangeKind.SnapshotEnd);
        await host.Bibbi.AcknowledgeHandoffAsync(new() { HandoffId = id });
        var own = (await host.As(People.OtherRegion).RequestHandoffAsync(host.Ask())).HandoffId;

        var steps = await live.UpTo(step => step.Handoff?.HandoffId == own);

        Assert.DoesNotContain(steps, step => step.Handoff?.HandoffId == id);
    }

    [Fact]
    public async Task Goes_on_from_a_cursor_and_tells_the_same_again_from_it()
    {
        string cursor;
        await using (var dropped = Watch(People.Eva))
        {
            await dropped.UpTo(step => step.Kind is ChangeKind.SnapshotEnd);
            var mark = await host.Received();
            cursor = (await dropped.Next(
                step => step.Kind is ChangeKind.Changed && step.Handoff.HandoffId == mark)).Cursor;
        }

        var id = await host.Received();

        for (var i = 0; i < 2; i++)
        {
            await using var live = Watch(People.Eva, cursor);
            var steps = await live.UpTo(step => step.Handoff?.HandoffId == id);
            var changed = steps.Where(step => step.Kind is ChangeKind.Changed);
            Assert.Equal([id], changed.Select(step => step.Handoff.HandoffId));
        }
    }

    [Fact]
    public async Task Refuses_a_cursor_that_is_none()
    {
        var refusal = await host.Refuses(
            People.Eva, Refusal.Invalid, (c, o) => c.WatchSentHandoffs(new() { Cursor = "x" }, o));

        Assert.Equal(["cursor malformed"], refusal.Faults);
    }

    [Fact]
    public Task Refuses_a_sign_in_without_a_unit() => host.Refuses(
        People.Eva with { Unit = null }, "unit-missing", (c, o) => c.WatchSentHandoffs(new(), o));

    [Fact]
    public Task Lets_in_only_staff_of_an_er() => host.LetsInOnly(
        ["er-staff"], (c, o) => c.WatchSentHandoffs(new(), o));

    private Live<WatchSentHandoffsResponse> Watch(TestUser user, string cursor = "") =>
        new(host, host.As(user).WatchSentHandoffs(new() { Cursor = cursor }));
}
