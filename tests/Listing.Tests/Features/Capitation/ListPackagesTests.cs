using NaraVard.Contracts.Listing.V1;

namespace NaraVard.Listing.Tests.Features.Capitation;

[Collection(OneHost.Name)]
public sealed class ListPackagesTests(CapitationHost host)
{
    private readonly Story story = host.NewStory();

    [Theory]
    [InlineData("2025-12-31", null)]
    [InlineData("2026-01-01", "2026")]
    [InlineData("2026-12-31", "2026")]
    [InlineData("2027-01-01", "2027")]
    [InlineData("2027-12-31", "2027")]
    [InlineData("2028-01-01", null)]
    public async Task Two_days_have_two_versions_in_force(string day, string? name)
    {
        await story.Published(Package("2026", "2026-01-01", ""));
        await story.Published(Package("2027", "2027-01-01", "2027-12-31"));
        await story.ByAnna.CreatePackageAsync(Package("utkast", "2026-02-01", ""));

        var found = await story.ByAnna.ListPackagesAsync(new() { InForceOn = day });

        Assert.Equal(name is null ? [] : [name], found.Packages.Select(package => package.Name));
    }

    [Fact]
    public async Task Lists_by_pages_the_latest_first()
    {
        await story.ByAnna.CreatePackageAsync(Package("a", "2026-01-01", ""));
        await story.ByAnna.CreatePackageAsync(Package("b", "2027-01-01", ""));

        var page = await story.ByAnna.ListPackagesAsync(new() { Limit = 1, ChoiceSystem = ChoiceSystem.PrimaryCare });
        var dental = await story.ByAnna.ListPackagesAsync(new() { ChoiceSystem = ChoiceSystem.Dental });

        Assert.Equal(("b", 2), (Assert.Single(page.Packages).Name, page.Meta.TotalRecords));
        Assert.Empty(dental.Packages);
    }

    private static CreatePackageRequest Package(string name, string from, string to)
    {
        var draft = Draft.Of();
        (draft.Name, draft.FromDay, draft.ToDay) = (name, from, to);
        return draft;
    }
}
