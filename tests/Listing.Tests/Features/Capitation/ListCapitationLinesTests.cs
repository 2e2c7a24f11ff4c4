using static NaraVard.Listing.Tests.Features.Capitation.CapitationHost;

namespace NaraVard.Listing.Tests.Features.Capitation;

[Collection(OneHost.Name)]
public sealed class ListCapitationLinesTests(CapitationHost host)
{
    private readonly Story story = host.NewStory();

    [Fact]
    public async Task Pages_through_the_lines_by_unit_with_the_rounding_last()
    {
        await story.Published(Draft.Of());
        await story.Listed(Own, 1);
        await story.Listed(Far, 2);
        var run = await story.Run();

        var first = await story.ByAnna.ListCapitationLinesAsync(new() { RunId = run.RunId, Limit = 2 });
        var second = await story.ByAnna.ListCapitationLinesAsync(new() { RunId = run.RunId, Limit = 2, Page = 2 });

        Assert.Equal([Far, Own], first.Lines.Select(line => line.Unit));
        Assert.Equal("avrundning", Assert.Single(second.Lines).Component);
        Assert.Equal(
            "not-found", await story.ByStranger.ListCapitationLinesAsync(new() { RunId = run.RunId }).Code());
    }
}
