using NaraVard.Contracts.Handoff.V1;
using NaraVard.Testing;

namespace NaraVard.Handoff.Tests.Features.Answering;

public sealed class ListHandoffsTests(HandoffHost host) : IClassFixture<HandoffHost>
{
    [Fact]
    public async Task Shows_colour_first_and_then_the_longest_wait()
    {
        var green = await host.Received(ask => ask.KommunCode = "1761");
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var laterGreen = await host.Received(ask => ask.KommunCode = "1761");
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var orange = await host.Received(ask =>
        {
            ask.KommunCode = "1761";
            ask.Need.TriageColour = TriageColour.Orange;
        });

        var list = await host.As(People.Hanna).ListHandoffsAsync(new() { Limit = 100 });

        string[] expected = [orange, green, laterGreen];
        Assert.Equal(expected, list.Handoffs.Select(handoff => handoff.HandoffId).Where(expected.Contains));
        Assert.All(list.Handoffs, handoff => Assert.Equal("1761", handoff.KommunCode));
    }

    [Fact]
    public async Task Shows_what_is_not_closed_unless_states_are_asked_for()
    {
        var (open, closed) = (await host.Received(), await host.Closed());

        Assert.Equal((true, false), Has(await All(new()), open, closed));
        Assert.Equal((false, true), Has(await All(new() { State = { HandoffState.Closed } }), open, closed));
    }

    [Fact]
    public async Task Shows_only_what_the_caller_has_taken_when_asked()
    {
        var (free, mine) = (await host.Received(), await host.Acknowledged());

        Assert.Equal((false, true), Has(await All(new() { Mine = true }), free, mine));
        var bengts = await host.As(People.Bengt).ListHandoffsAsync(new() { Mine = true });
        Assert.Empty(bengts.Handoffs);
    }

    [Fact]
    public async Task Gives_pages_that_together_are_the_list()
    {
        await host.Received();
        await host.Received();
        var whole = await All(new());

        var first = await host.Bibbi.ListHandoffsAsync(new() { Limit = 1, Page = 1 });
        var second = await host.Bibbi.ListHandoffsAsync(new() { Limit = 1, Page = 2 });

        Assert.Equal(whole.Handoffs.Take(2), [.. first.Handoffs, .. second.Handoffs]);
        Assert.Equal((1, whole.Handoffs.Count, 2), (first.Meta.Count, first.Meta.TotalRecords, second.Meta.Page));
    }

    [Fact]
    public async Task Masks_the_numbers_of_protected_persons_and_logs_each_person_shown()
    {
        var id = await host.Received(ask => ask.Person.Protection = Protection.SecrecyMarking);

        var shown = (await All(new())).Handoffs.Single(handoff => handoff.HandoffId == id);

        Assert.Equal("********-****", shown.Person.Number);
        Assert.Equal(People.Bibbi.Subject, (await host.AccessRowsOf(id))[^1].Subject);
    }

    [Fact]
    public async Task Answers_the_same_again() => Assert.Equal(await All(new()), await All(new()));

    [Fact]
    public Task Names_everything_that_is_wrong_at_once() => host.RefusesInput(
        People.Bibbi, ["page out-of-range", "limit out-of-range", "state[0] required", "state[1] unknown-code"],
        (c, o) => c.ListHandoffsAsync(new() { Page = -1, Limit = 101, State = { 0, (HandoffState)99 } }, o));

    [Fact]
    public Task Lets_in_only_needs_assessors() => host.LetsInOnly(
        ["bistandsbedomare"], (c, o) => c.ListHandoffsAsync(new(), o));

    private async Task<ListHandoffsResponse> All(ListHandoffsRequest request)
    {
        request.Limit = 100;
        return await host.Bibbi.ListHandoffsAsync(request);
    }

    private static (bool First, bool Second) Has(ListHandoffsResponse list, string first, string second) => (
        list.Handoffs.Any(handoff => handoff.HandoffId == first),
        list.Handoffs.Any(handoff => handoff.HandoffId == second));
}
