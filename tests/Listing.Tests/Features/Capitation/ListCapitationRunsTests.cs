using NaraVard.Contracts.Listing.V1;
using NaraVard.Platform.Identity;
using NaraVard.Testing;
using static NaraVard.Listing.Tests.Features.Capitation.CapitationHost;

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

    [Theory]
    [InlineData(Roles.UnitManager)]
    [InlineData(Roles.Clinician)]
    public async Task Staff_of_a_unit_see_the_final_ones_that_pay_it_without_the_regions_sums(string role)
    {
        await story.Published(Draft.Of());
        await story.Listed(Own, 3);
        await story.Listed(Far, 5);
        await story.Run();
        var final = await story.Signed(await story.Run());

        var seen = (await story.ByStaffOf(Own, role).ListCapitationRunsAsync(new())).Runs;

        var run = Assert.Single(seen);
        Assert.Equal((final.RunId, final.Month, final.PackageId), (run.RunId, run.Month, run.PackageId));
        Assert.Equal(
            ("", "", 0, 0, "", "", "", ""),
            (run.Total, run.Rounding, run.UnitCount, run.ListedCount, run.SnapshotDigest, run.ResultDigest,
                run.ComputedBy, run.SignedBy));
        Assert.Empty((await story.ByStaffOf(Private, role).ListCapitationRunsAsync(new())).Runs);
    }

    [Fact]
    public async Task A_sign_in_without_a_unit_is_refused() => Assert.Equal("unit-missing", await host.As(
        People.In(Roles.UnitManager) with { Unit = null }).ListCapitationRunsAsync(new()).Code());

    [Fact]
    public async Task Is_for_listing_administrators_and_staff_of_clinics() =>
        Assert.Equal("role-missing", await host.As(People.Eva).ListCapitationRunsAsync(new()).Code());
}
