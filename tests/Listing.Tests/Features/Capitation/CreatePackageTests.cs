using NaraVard.Contracts.Listing.V1;
using NaraVard.Testing;

namespace NaraVard.Listing.Tests.Features.Capitation;

[Collection(OneHost.Name)]
public sealed class CreatePackageTests(CapitationHost host)
{
    private readonly Story story = host.NewStory();

    [Fact]
    public async Task Puts_a_draft_with_its_three_parts_once()
    {
        var draft = Draft.Of();

        var package = await story.ByAnna.CreatePackageAsync(draft);
        var again = await story.ByAnna.CreatePackageAsync(draft);

        Assert.Equal((PackageState.Draft, 1L), (package.State, package.Version));
        Assert.Equal(draft.Content, package.Content);
        Assert.Equal(package, again);
    }

    [Fact]
    public async Task Refuses_other_content_under_the_same_id()
    {
        var draft = Draft.Of();
        await story.ByAnna.CreatePackageAsync(draft);
        draft.Name = "Något annat";

        Assert.Equal("package-id-taken", await story.ByAnna.CreatePackageAsync(draft).Code());
    }

    [Fact]
    public async Task Tells_all_that_is_wrong_with_a_package_at_once()
    {
        var draft = Draft.Of(
            Draft.Listing(null),
            Draft.Distance(Draft.Tier("0", "20", "0"), Draft.Tier("10", "30", "100"), Draft.Tier("40", "50", "50")),
            new PaymentComponent
            {
                Code = "listning",
                Surcharge = new() { Percent = "3", Of = { "okand" } },
            },
            new PaymentComponent { Code = "avrundning" },
            new PaymentComponent
            {
                Code = "bvc",
                PerPerson = new()
                {
                    AgeKind = AgeKind.Completed,
                    Bands = { new AgeBand { ToAge = 6, Points = "1" }, new AgeBand { FromAge = 6, Points = "1,5" } },
                    Price = Draft.PerMonth("-1"),
                },
            });
        draft.PackageId = "x";
        draft.FromDay = "2026-02-30";
        draft.Content.Requirements.Add(draft.Content.Requirements[0]);

        Assert.Equal(
            [
                "content.paymentModel.components[0] price-missing",
                "content.paymentModel.components[1].distance.tiers[1] tiers-overlap",
                "content.paymentModel.components[1].distance.tiers[2] tiers-fall",
                "content.paymentModel.components[1].distance.tiers[2] tiers-gap",
                "content.paymentModel.components[1].distance.tiers[2] tiers-not-open",
                "content.paymentModel.components[2] unknown-component",
                "content.paymentModel.components[2].code duplicate",
                "content.paymentModel.components[3] rule-missing",
                "content.paymentModel.components[3].code reserved",
                "content.paymentModel.components[4].perPerson.bands[1] bands-overlap",
                "content.paymentModel.components[4].perPerson.bands[1].points malformed",
                "content.paymentModel.components[4].perPerson.price.kronor malformed",
                "content.requirements[2].code duplicate",
                "fromDay malformed",
                "packageId malformed",
            ],
            await story.ByAnna.CreatePackageAsync(draft).Faults());
    }

    [Fact]
    public async Task A_frame_needs_somebody_who_takes_the_rest()
    {
        var draft = Draft.Of(Draft.Listing("458"));
        draft.Content.PaymentModel.FramePerMonth = "1000000";

        Assert.Equal(
            ["content.paymentModel.framePerMonth nothing-takes-rest"],
            await story.ByAnna.CreatePackageAsync(draft).Faults());
    }

    [Fact]
    public async Task Only_dental_care_is_responsible_for_areas()
    {
        var draft = Draft.Of();
        draft.Content.PaymentModel.Components[0].PerPerson.Areas.Add(
            new PaymentArea { Unit = CapitationHost.Own, PostalCodes = { "652" } });

        Assert.Equal(
            ["content.paymentModel.components[0].perPerson.areas areas-are-dental"],
            await story.ByAnna.CreatePackageAsync(draft).Faults());
    }

    [Fact]
    public async Task K04_tells_which_part_of_primary_cares_assignment_nothing_is_in()
    {
        var draft = Draft.Of();
        draft.Content.Requirements[0].Part = AssignmentPart.PrimaryCareTask;
        draft.Content.FollowUps[1].Part = default;
        draft.Content.DeclareBy = "2026-02-30";

        Assert.Equal(
            [
                "content.declareBy malformed",
                "content.followUps part-missing",
                "content.followUps[1].part required",
                "content.requirements part-missing",
            ],
            await story.ByAnna.CreatePackageAsync(draft).Faults());
    }

    [Fact]
    public async Task Dental_cares_assignment_has_its_own_areas_and_no_parts()
    {
        var draft = Draft.Dental();
        foreach (var area in new[]
        {
            RequirementArea.HealthPromotion, RequirementArea.RecallIntervals, RequirementArea.BiteChecks,
            RequirementArea.UrgentDentalCare, RequirementArea.SpecialistDentalCare, RequirementArea.Listing,
        })
            draft.Content.Requirements.Add(Draft.Requirement($"krav-{(int)area}", area));

        var package = await story.ByAnna.CreatePackageAsync(draft);

        Assert.Equal(6, package.Content.Requirements.Count);
        draft.PackageId = Guid.CreateVersion7().ToString();
        draft.Content.Requirements[0].Part = AssignmentPart.BasicConditions;
        Assert.Equal(
            ["content.requirements[0].part parts-are-primary-care"],
            await story.ByAnna.CreatePackageAsync(draft).Faults());
    }

    [Fact]
    public async Task Tells_all_that_is_wrong_with_pools_places_and_frames_at_once()
    {
        var draft = Draft.Dental(
            new PaymentComponent
            {
                Code = "bvc",
                PerPerson = new()
                {
                    AgeKind = AgeKind.Turning,
                    Price = Draft.PerMonth("1"),
                    IsChildHealth = true,
                    Bands = { new AgeBand { Points = "1" } },
                    Areas = { new PaymentArea { Unit = CapitationHost.PublicDental, PostalCodes = { "652" } } },
                },
            },
            new PaymentComponent
            {
                Code = "pott",
                Pool = new()
                {
                    CostMeasure = "Kostnad",
                    By =
                    {
                        new PoolShare { PointsOf = "okand", Weight = "0" },
                        new PoolShare { PointsOf = "okand", Weight = "1" },
                    },
                },
            },
            new PaymentComponent
            {
                Code = "geografi",
                Place = new() { Measure = "ort", Per = PricePeriod.Year, Levels = { new PlaceLevel() } },
            },
            new PaymentComponent
            {
                Code = "mal",
                Surcharge = new() { Percent = "3", ReachedMeasure = "Mål" },
            });
        (draft.Content.PaymentModel.FramePerMonth, draft.Content.PaymentModel.FramePerYear) = ("1", "12");

        Assert.Equal(
            [
                "content.paymentModel.components[0].perPerson.areas areas-count-all",
                "content.paymentModel.components[0].perPerson.isChildHealth child-health-is-primary-care",
                "content.paymentModel.components[1] unknown-component",
                "content.paymentModel.components[1].pool.by[0].weight zero",
                "content.paymentModel.components[1].pool.by[1].pointsOf duplicate",
                "content.paymentModel.components[1].pool.costMeasure malformed",
                "content.paymentModel.components[1].pool.sum cost-without-budget",
                "content.paymentModel.components[2].place.levels[0].tiers tiers-not-rising",
                "content.paymentModel.components[3].surcharge.reachedMeasure malformed",
                "content.paymentModel.framePerYear exactly-one",
            ],
            await story.ByAnna.CreatePackageAsync(draft).Faults());
    }

    [Fact]
    public async Task Is_for_listing_administrators() =>
        Assert.Equal("role-missing", await host.As(People.Eva).CreatePackageAsync(Draft.Of()).Code());
}
