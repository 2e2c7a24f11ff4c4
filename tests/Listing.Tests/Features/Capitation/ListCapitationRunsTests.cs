using NaraVard.Contracts.Listing.V1;

namespace NaraVard.Listing.Tests.Features.Capitation;

[Collection(OneHost.Name)]
public sealed class ListCapitationRunsTests(CapitationHost host)
{
    private readonly Story story = host.NewStory();

    [Fact]
    public async Task Lists_the_regions_own_by_pages()
    {
        await story.Published(Draft.Of());
        var runs = new[] { await story.Run(), await story.Run() };

        var page = await story.ByAnna.ListCapitationRunsAsync(new() { Limit = 1 });
        var dental = await story.ByAnna.ListCapitationRunsAsync(new() { ChoiceSystem = ChoiceSystem.Dental });

        Assert.Contains(Assert.Single(page.Runs), runs);
        Assert.Equal((2, 0), (page.Meta.TotalRecords, dental.Meta.TotalRecords));
        Assert.Empty((await story.ByStranger.ListCapitationRunsAsync(new())).Runs);
    }
}
