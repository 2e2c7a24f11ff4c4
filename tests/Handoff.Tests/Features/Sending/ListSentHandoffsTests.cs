using NaraVard.Contracts.Handoff.V1;
using NaraVard.Testing;

namespace NaraVard.Handoff.Tests.Features.Sending;

public sealed class ListSentHandoffsTests(HandoffHost host) : IClassFixture<HandoffHost>
{
    [Fact]
    public async Task Shows_what_the_unit_has_sent_newest_first()
    {
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var first = await host.Received();
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await host.Received(ask => ask.KommunCode = "1761");

        var list = await host.Er.ListSentHandoffsAsync(new() { Limit = 2 });

        Assert.Equal([second, first], list.Handoffs.Select(handoff => handoff.HandoffId));
        Assert.Equal(People.Eva.Subject, (await host.AccessRowsOf(first))[^1].Subject);
    }

    [Fact]
    public async Task Shows_only_the_states_that_are_asked_for()
    {
        var (open, closed) = (await host.Received(), await host.Closed());

        var list = await host.Er.ListSentHandoffsAsync(new() { Limit = 100, State = { HandoffState.Closed } });

        Assert.Contains(list.Handoffs, handoff => handoff.HandoffId == closed);
        Assert.DoesNotContain(list.Handoffs, handoff => handoff.HandoffId == open);
    }

    [Fact]
    public async Task Shows_nothing_of_other_units_and_regions()
    {
        await host.Received();

        Assert.Empty((await host.As(People.OtherEr).ListSentHandoffsAsync(new())).Handoffs);
        Assert.Empty((await host.As(People.OtherRegion).ListSentHandoffsAsync(new())).Handoffs);
    }

    [Fact]
    public async Task Answers_the_same_again() => Assert.Equal(
        await host.Er.ListSentHandoffsAsync(new()), await host.Er.ListSentHandoffsAsync(new()));

    [Fact]
    public Task Names_everything_that_is_wrong_at_once() => host.RefusesInput(
        People.Eva, ["page out-of-range", "limit out-of-range", "state[0] unknown-code"],
        (c, o) => c.ListSentHandoffsAsync(new() { Page = -1, Limit = 101, State = { (HandoffState)99 } }, o));

    [Fact]
    public Task Refuses_a_sign_in_without_a_unit() => host.Refuses(
        People.Eva with { Unit = null }, "unit-missing", (c, o) => c.ListSentHandoffsAsync(new(), o));

    [Fact]
    public Task Lets_in_only_staff_of_an_er() => host.LetsInOnly(
        ["er-staff"], (c, o) => c.ListSentHandoffsAsync(new(), o));
}
