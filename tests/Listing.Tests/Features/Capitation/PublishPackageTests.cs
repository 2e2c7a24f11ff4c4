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
    public async Task Of_many_that_begin_on_one_day_and_are_published_at_once_one_is()
    {
        var drafts = new List<Package>();
        for (var i = 0; i < 6; i++)
            drafts.Add(await story.ByAnna.CreatePackageAsync(Draft.Of()));

        var told = await Task.WhenAll(drafts.Select(async draft =>
        {
            try
            {
                return $"{(await story.ByAnna.PublishPackageAsync(new() { PackageId = draft.PackageId })).State}";
            }
            catch (Grpc.Core.RpcException refusal)
            {
                return refusal.Reason();
            }
        }));

        Assert.Equal(
            ["Published", .. Enumerable.Repeat("package-begins-same-day", 5)], told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Another_regions_is_not_there()
    {
        var draft = await story.ByAnna.CreatePackageAsync(Draft.Of());

        Assert.Equal(
            "not-found", await story.ByStranger.PublishPackageAsync(new() { PackageId = draft.PackageId }).Code());
    }
}
