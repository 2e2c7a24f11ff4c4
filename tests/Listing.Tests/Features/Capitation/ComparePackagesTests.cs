using NaraVard.Contracts.Listing.V1;

namespace NaraVard.Listing.Tests.Features.Capitation;

[Collection(OneHost.Name)]
public sealed class ComparePackagesTests(CapitationHost host)
{
    private readonly Story story = host.NewStory();

    [Fact]
    public async Task All_three_parts_changes_between_years_are_listed_by_their_codes()
    {
        var before = await story.ByAnna.CreatePackageAsync(Draft.Of(Draft.Listing("458")));
        var next = Draft.Of(
            Draft.Listing("470"), Draft.Figure("acg", "acg-points", "40"));
        next.Content.Requirements[1] = Draft.Requirement(
            "plan", RequirementArea.PersonCentred, AssignmentPart.PrimaryCareTask);
        next.Content.FollowUps[1].Target = "60 %";
        next.Content.DeclareBy = "2027-02-28";
        var after = await story.ByAnna.CreatePackageAsync(next);

        var changes = (await story.ByAnna.ComparePackagesAsync(
            new() { BeforeId = before.PackageId, AfterId = after.PackageId })).Changes;

        Assert.Contains(changes, change => change is
        {
            Path: "paymentModel.components[listning].perPerson.price.kronor", Before: "458", After: "470",
        });
        Assert.Contains(changes, change => change is
        {
            Path: "paymentModel.components[acg].perFigure.measure", Before: "", After: "acg-points",
        });
        Assert.Contains(changes, change => change is { Path: "requirements[sip].text", After: "" });
        Assert.Contains(changes, change => change is
        {
            Path: "requirements[plan].part", Before: "", After: "ASSIGNMENT_PART_PRIMARY_CARE_TASK",
        });
        Assert.Contains(changes, change => change is { Path: "declareBy", Before: "", After: "2027-02-28" });
        Assert.Contains(changes, change => change is
        {
            Path: "followUps[continuity].target", Before: "55 %", After: "60 %",
        });
    }

    [Fact]
    public async Task A_package_is_as_itself()
    {
        var package = await story.ByAnna.CreatePackageAsync(Draft.Of());

        Assert.Empty((await story.ByAnna.ComparePackagesAsync(
            new() { BeforeId = package.PackageId, AfterId = package.PackageId })).Changes);
    }
}
