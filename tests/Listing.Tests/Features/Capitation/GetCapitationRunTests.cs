namespace NaraVard.Listing.Tests.Features.Capitation;

[Collection(OneHost.Name)]
public sealed class GetCapitationRunTests(CapitationHost host)
{
    private readonly Story story = host.NewStory();

    [Fact]
    public async Task Is_as_it_was_computed_and_not_there_for_others()
    {
        await story.Published(Draft.Of());
        var run = await story.Run();

        Assert.Equal(run, await story.ByAnna.GetCapitationRunAsync(new() { RunId = run.RunId }));
        Assert.Equal("not-found", await story.ByStranger.GetCapitationRunAsync(new() { RunId = run.RunId }).Code());
    }
}
