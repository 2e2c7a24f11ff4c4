using NaraVard.Contracts.Listing.V1;
using NaraVard.Platform.Identity;
using NaraVard.Testing;
using static NaraVard.Listing.Tests.Features.Capitation.CapitationHost;

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

    [Fact]
    public async Task K04_both_parts_of_the_assignment_and_what_follows_up_each_are_there()
    {
        var package = await story.Published(Draft.Of());

        var read = (await story.ByAnna.GetPackageAsync(new() { PackageId = package.PackageId })).Content;

        Assert.Equal(
            [("equipment", AssignmentPart.BasicConditions), ("sip", AssignmentPart.PrimaryCareTask)],
            read.Requirements.Select(one => (one.Code, one.Part)));
        Assert.Equal(
            [("access", AssignmentPart.BasicConditions), ("continuity", AssignmentPart.PrimaryCareTask)],
            read.FollowUps.Select(one => (one.Code, one.Part)));
    }

    [Theory]
    [InlineData(Roles.UnitManager)]
    [InlineData(Roles.Clinician)]
    public async Task Staff_of_a_unit_read_what_is_published_and_drafts_do_not_exist_for_them(string role)
    {
        var draft = await story.ByAnna.CreatePackageAsync(Draft.Of());
        var package = await story.Published(Draft.Of());
        var staff = story.ByStaffOf(Own, role);

        Assert.Equal(package, await staff.GetPackageAsync(new() { PackageId = package.PackageId }));
        Assert.Equal("not-found", await staff.GetPackageAsync(new() { PackageId = draft.PackageId }).Code());
        Assert.Equal(
            package.PackageId, Assert.Single((await staff.ListPackagesAsync(new())).Packages).PackageId);
    }

    [Fact]
    public async Task Is_for_listing_administrators_and_staff_of_clinics() => Assert.Equal(
        "role-missing", await host.As(People.Eva).GetPackageAsync(new() { PackageId = $"{Guid.Empty}" }).Code());
}
