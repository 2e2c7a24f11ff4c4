using NaraVard.Contracts.Listing.V1;
using NaraVard.Listing.Tests.Features.Capitation;
using NaraVard.Platform.Identity;
using NaraVard.Testing;
using static NaraVard.Listing.Tests.Features.Capitation.CapitationHost;
using static NaraVard.Listing.Tests.Features.Declaring.DeclarationStory;

namespace NaraVard.Listing.Tests.Features.Declaring;

[Collection(OneHost.Name)]
public sealed class DeclareRequirementsTests(CapitationHost host)
{
    private readonly DeclarationStory story = new(host);

    [Fact]
    public async Task The_newest_counts_and_all_that_was_declared_before_is_kept()
    {
        var package = await story.Package();
        var ask = Declared(package, fulfilment: Fulfilment.PartlyMet, comment: "SIP hålls från mars.");

        var first = await story.Staff(Own).DeclareRequirementsAsync(ask);
        var second = await story.Staff(Own).DeclareRequirementsAsync(Declared(package));

        Assert.Equal((1L, 2L), (first.Version, second.Version));
        Assert.Equal(
            [(RequirementArea.DischargeAndSip, Fulfilment.PartlyMet, "SIP hålls från mars."),
                (RequirementArea.Premises, Fulfilment.Met, "")],
            first.Answers.Select(one => (one.Area, one.Fulfilment, one.Comment)));
        Assert.Equal(("SE9900000176-101", true), (first.SignedBy, first.SignedAt is not null));
        Assert.Equal(
            [second, first],
            (await story.Staff(Own).ListDeclarationsAsync(new() { PackageId = package.PackageId }))
                .Units.Select(row => row.Declaration));
    }

    [Fact]
    public async Task The_same_again_declares_once_and_another_under_its_id_is_refused()
    {
        var package = await story.Package();
        var ask = Declared(package);

        var first = await story.Staff(Own).DeclareRequirementsAsync(ask);
        await story.Staff(Own).DeclareRequirementsAsync(Declared(package));

        Assert.Equal(first, await story.Staff(Own).DeclareRequirementsAsync(ask));
        ask.Answers[0].Comment = "Något annat.";
        Assert.Equal("declaration-id-taken", await story.Staff(Own).DeclareRequirementsAsync(ask).Code());
    }

    [Fact]
    public async Task Tells_every_area_that_is_unknown_or_missing_and_all_else_that_is_wrong_at_once()
    {
        var package = await story.Package();
        var ask = Declared(package, Far);
        ask.DeclarationId = "x";
        ask.Answers[0].Area = RequirementArea.Teaching;
        ask.Answers[1].Fulfilment = Fulfilment.NotMet;
        ask.Answers.Add(new AreaAnswer { Area = RequirementArea.Premises });
        ask.Answers.Add(new AreaAnswer { Area = (RequirementArea)99, Fulfilment = Fulfilment.Met });

        Assert.Equal(
            [
                "answers area-missing",
                "answers[0].area area-unknown",
                "answers[1].comment comment-missing",
                "answers[2].area duplicate",
                "answers[2].fulfilment required",
                "answers[3].area unknown-code",
                "declarationId malformed",
                "unit other-unit",
            ],
            await story.Staff(Own).DeclareRequirementsAsync(ask).Faults());
    }

    [Fact]
    public async Task Only_a_decided_package_is_declared_for_by_a_unit_that_it_asks()
    {
        var draft = await story.Region.ByAnna.CreatePackageAsync(Draft.Of());
        var package = await story.Package();

        Assert.Equal(
            "package-not-published", await story.Staff(Own).DeclareRequirementsAsync(Declared(draft)).Code());
        Assert.Equal("unit-not-asked", await story.Staff(PublicDental).DeclareRequirementsAsync(
            Declared(package, PublicDental)).Code());
        Assert.Equal("unit-not-asked", await story.Staff(Elsewhere).DeclareRequirementsAsync(
            Declared(package, Elsewhere)).Code());
        Assert.Empty(Rows(await story.Administration.ListDeclarationsAsync(
            new() { PackageId = draft.PackageId })));
    }

    [Fact]
    public async Task Two_managers_who_declare_at_once_have_a_version_each()
    {
        var package = await story.Package();

        var versions = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            async _ => (await story.Staff(Own).DeclareRequirementsAsync(Declared(package))).Version));

        Assert.Equal([1L, 2, 3, 4, 5, 6, 7, 8], versions.Order());
    }

    [Fact]
    public async Task Is_signed_by_a_person_who_leads_the_unit()
    {
        var ask = Declared(await story.Package());
        var unnamed = People.In(Roles.UnitManager) with { HsaId = null, Unit = Own };
        var unitless = People.In(Roles.UnitManager) with { Unit = null };

        Assert.Equal("signer-missing", await Client(unnamed).DeclareRequirementsAsync(ask).Code());
        Assert.Equal("unit-missing", await Client(unitless).DeclareRequirementsAsync(ask).Code());
        Assert.Equal("role-missing", await story.Administration.DeclareRequirementsAsync(ask).Code());
        Assert.Equal(
            "role-missing", await story.Staff(Own, Roles.Clinician).DeclareRequirementsAsync(ask).Code());
        Assert.Equal("not-found", await Client(People.In(Roles.UnitManager, "region:18") with { Unit = Own })
            .DeclareRequirementsAsync(ask).Code());
    }

    private DeclarationService.DeclarationServiceClient Client(TestUser user) => new(host.Rpc(user));
}
