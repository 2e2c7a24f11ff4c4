namespace NaraVard.Listing.Tests.Features.Capitation;

[Collection(OneHost.Name)]
public sealed class GetPackageTests(CapitationHost host)
{
    private readonly Story story = host.NewStory();

    [Fact]
    public async Task Is_as_it_was_put()
    {
        var package = await story.ByAnna.CreatePackageAsync(Draft.Of());

        Assert.Equal(package, await story.ByAnna.GetPackageAsync(new() { PackageId = package.PackageId }));
    }

    [Fact]
    public async Task Another_regions_is_not_there()
    {
        var package = await story.ByAnna.CreatePackageAsync(Draft.Of());

        Assert.Equal(
            "not-found", await story.ByStranger.GetPackageAsync(new() { PackageId = package.PackageId }).Code());
    }
}
