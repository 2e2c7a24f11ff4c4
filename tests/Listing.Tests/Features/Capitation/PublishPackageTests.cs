using NaraVard.Contracts.Listing.V1;

namespace NaraVard.Listing.Tests.Features.Capitation;

[Collection(OneHost.Name)]
public sealed class PublishPackageTests(CapitationHost host)
{
    private readonly Story story = host.NewStory();

    [Fact]
    public async Task Is_published_once()
    {
        var package = await story.Published(Draft.Of());
        var again = await story.ByAnna.PublishPackageAsync(new() { PackageId = package.PackageId });

        Assert.Equal((PackageState.Published, 2L), (package.State, package.Version));
        Assert.Equal(package, again);
    }

    [Fact]
    public async Task Refuses_two_that_begin_on_the_same_day()
    {
        await story.Published(Draft.Of());
        var other = await story.ByAnna.CreatePackageAsync(Draft.Of());

        Assert.Equal(
            "package-begins-same-day",
            await story.ByAnna.PublishPackageAsync(new() { PackageId = other.PackageId }).Code());
    }

    [Fact]
    public async Task Another_regions_is_not_there()
    {
        var draft = await story.ByAnna.CreatePackageAsync(Draft.Of());

        Assert.Equal(
            "not-found", await story.ByStranger.PublishPackageAsync(new() { PackageId = draft.PackageId }).Code());
    }
}
