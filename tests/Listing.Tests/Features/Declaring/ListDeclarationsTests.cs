using NaraVard.Contracts.Listing.V1;
using NaraVard.Listing.Tests.Features.Capitation;
using NaraVard.Platform.Identity;
using NaraVard.Testing;
using static NaraVard.Listing.Tests.Features.Capitation.CapitationHost;
using static NaraVard.Listing.Tests.Features.Declaring.DeclarationStory;

namespace NaraVard.Listing.Tests.Features.Declaring;

[Collection(OneHost.Name)]
public sealed class ListDeclarationsTests(CapitationHost host)
{
    private readonly DeclarationStory story = new(host);

    [Fact]
    public async Task The_region_sees_each_units_newest_and_who_has_not_declared_what_the_package_demands()
    {
        var package = await story.Package();
        await story.Staff(Own).DeclareRequirementsAsync(Declared(package));
        await story.Staff(Own).DeclareRequirementsAsync(Declared(package));
        var ask = new ListDeclarationsRequest { PackageId = package.PackageId };

        var all = await story.Administration.ListDeclarationsAsync(ask);
        ask.Limit = 1;
        ask.Page = 2;
        var page = await story.Administration.ListDeclarationsAsync(ask);
        var missing = await story.Administration.ListDeclarationsAsync(
            new() { PackageId = package.PackageId, MissingOnly = true });

        Assert.Equal([(Far, 0), (Own, 2), (Private, 0)], Rows(all));
        Assert.Equal((Own, 3), (Assert.Single(page.Units).Unit, page.Meta.TotalRecords));
        Assert.Equal([(Far, 0), (Private, 0)], Rows(missing));
        Assert.Equal([(Own, 2), (Own, 1)], Rows(await story.Administration.ListDeclarationsAsync(
            new() { PackageId = package.PackageId, Unit = Own })));
    }

    [Fact]
    public async Task Nobody_lacks_a_declaration_that_is_not_demanded()
    {
        var package = await story.Package(declareBy: "");
        await story.Staff(Far).DeclareRequirementsAsync(Declared(package, Far));

        Assert.Equal([(Far, 1)], Rows(await story.Administration.ListDeclarationsAsync(
            new() { PackageId = package.PackageId })));
    }

    [Theory]
    [InlineData(Roles.UnitManager)]
    [InlineData(Roles.Clinician)]
    public async Task Staff_of_a_unit_see_their_own_alone(string role)
    {
        var package = await story.Package();
        await story.Staff(Own).DeclareRequirementsAsync(Declared(package));
        var ask = new ListDeclarationsRequest { PackageId = package.PackageId };

        Assert.Equal([(Own, 1)], Rows(await story.Staff(Own, role).ListDeclarationsAsync(ask)));
        Assert.Equal([(Far, 0)], Rows(await story.Staff(Far, role).ListDeclarationsAsync(ask)));
        Assert.Empty(Rows(await story.Staff(PublicDental, role).ListDeclarationsAsync(ask)));
        ask.Unit = Own;
        Assert.Equal(["unit other-unit"], await story.Staff(Far, role).ListDeclarationsAsync(ask).Faults());
    }

    [Fact]
    public async Task What_is_wrong_is_told_at_once_and_another_regions_is_not_there()
    {
        var package = await story.Package();

        Assert.Equal(
            ["limit out-of-range", "packageId required", "unit hsa-id-format"],
            await story.Administration.ListDeclarationsAsync(new() { Limit = 101, Unit = "x" }).Faults());
        var ask = new ListDeclarationsRequest { PackageId = package.PackageId };
        Assert.Equal("not-found", await Client(story.Region.Anna with { Organization = "region:00" })
            .ListDeclarationsAsync(ask).Code());
        Assert.Equal("role-missing", await Client(People.Eva).ListDeclarationsAsync(ask).Code());
        Assert.Equal("unit-missing", await Client(People.In(Roles.UnitManager) with { Unit = null })
            .ListDeclarationsAsync(ask).Code());
    }

    private DeclarationService.DeclarationServiceClient Client(TestUser user) => new(host.Rpc(user));
}
