using NaraVard.Contracts.Listing.V1;
using NaraVard.Testing;
using static NaraVard.Listing.Tests.Features.Capitation.CapitationHost;

namespace NaraVard.Listing.Tests.Features.Capitation;

[Collection(OneHost.Name)]
public sealed class StartCapitationRunTests(CapitationHost host)
{
    private readonly Story story = host.NewStory();

    [Fact]
    public async Task Pays_by_the_listing_of_the_last_day_of_the_month_before()
    {
        await story.Published(Draft.Of(Draft.Listing("100")));
        await story.Listed(Own, 3);
        await story.Listed(Own, 4, from: "2026-03-01");
        await story.Listed(Far, 5, until: "'2026-03-01'");
        await story.Listed(Far, 6, until: "'2026-02-28'");
        await story.Listed(Private, 7, person: "deceased = '2026-02-28'");
        await story.Listed(Private, 8, person: "is_test = true");
        await story.Listed(Private, 9, type: 2);

        var run = await story.Run();

        Assert.Equal(("2026-02-28", 8, "800.00"), (run.ListingDay, run.ListedCount, run.Total));
        Assert.Equal(
            [(Far, "500.00"), (Own, "300.00"), ("", "0.00")],
            (await story.Lines(run)).Select(line => (line.Unit, line.Kronor)));
    }

    [Fact]
    public async Task Pays_the_regions_own_units_alone()
    {
        await story.Published(Draft.Of(
            Draft.Listing("100"),
            new PaymentComponent { Code = "fast", PerUnit = new() { Price = Draft.PerMonth("1000") } }));
        await story.Listed(Own, 3);
        await story.Listed(Elsewhere, 5);

        var run = await story.Run();

        Assert.Equal((3, 3, "3300.00"), (run.UnitCount, run.ListedCount, run.Total));
        Assert.DoesNotContain(await story.Lines(run), line => line.Unit == Elsewhere);
    }

    [Fact]
    public async Task Pays_for_the_children_enrolled_at_the_unit_and_not_for_who_moved_after_the_day()
    {
        await story.Published(Draft.Of(
            new PaymentComponent
            {
                Code = "bvc",
                PerPerson = new()
                {
                    IsChildHealth = true,
                    AgeKind = AgeKind.Completed,
                    Price = Draft.PerMonth("10"),
                    Bands = { new AgeBand { ToAge = 5, Points = "1" } },
                },
            },
            Draft.MovedIn()));
        await story.Listed(Own, 2, born: "2022-06-01", person: "moved_on = '2026-03-01'");
        await story.Listed(Far, 3, born: "2022-06-01", type: 2);
        await story.Listed(Far, 4, person: "moved_on = '2026-02-28'");

        var lines = await story.Lines(await story.Run());

        Assert.Equal(
            [(Far, "bvc", "30.00"), (Far, "inflyttade", "4.00"), ("", "avrundning", "0.00")],
            lines.Select(line => (line.Unit, line.Component, line.Kronor)));
    }

    [Fact]
    public async Task Counts_age_and_care_need_as_the_register_has_them()
    {
        await story.Published(Draft.Of(
            new PaymentComponent
            {
                Code = "alder",
                PerPerson = new()
                {
                    AgeKind = AgeKind.Completed,
                    Price = Draft.PerMonth("1"),
                    Bands = { new AgeBand { FromAge = 22, ToAge = 22, Points = "1" } },
                },
            },
            new PaymentComponent
            {
                Code = "nyanlanda",
                PerPerson = new()
                {
                    AgeKind = AgeKind.Turning,
                    Price = Draft.PerMonth("10"),
                    ArrivedWithinYears = 1,
                    Bands = { new AgeBand { FromAge = 3, ToAge = 23, Points = "1" } },
                },
            },
            new PaymentComponent
            {
                Code = "cni",
                CareNeed = new()
                {
                    WeightUnder5 = "3.23",
                    WeightBornAbroad = "5.72",
                    WeightAloneOver65 = "6.15",
                    WeightSingleParent = "4.19",
                    WeightMovedIn = "4.19",
                    WeightUnemployed = "5.13",
                    WeightLowEducation = "3.97",
                    Reference = "1",
                    Price = Draft.PerMonth("1"),
                },
            }));
        await story.Listed(Own, 2, born: "2004-02-29");
        await story.Listed(Own, 1, born: "2004-03-01", person: "immigrated_on = '2025-03-01'");
        await story.Listed(Own, 1, born: "2003-03-01", person: "immigrated_on = '2025-02-28'");
        await story.Listed(Own, 1, born: "1950-01-01", person: "social_facts = 1 | 2 | 4, moved_on = '2025-03-01'");

        var lines = await story.Lines(await story.Run());

        Assert.Equal(
            [("alder", "3.00"), ("nyanlanda", "10.00"), ("cni", "16.06")],
            lines.Where(line => line.Unit == Own).Select(line => (line.Component, line.Kronor)));
    }

    [Fact]
    public async Task Pays_the_frame_to_the_ore_with_the_rest_on_its_own_line()
    {
        await story.Published(Draft.Framed("100.00"));
        await story.Listed(Own, 1);
        await story.Listed(Far, 1);
        await story.Listed(Private, 1);

        var run = await story.Run();
        var lines = await story.Lines(run);

        Assert.Equal(("100.00", "0.01"), (run.Total, run.Rounding));
        Assert.Equal(["33.33", "33.33", "33.33", "0.01"], lines.Select(line => line.Kronor));
        Assert.Equal("avrundning", lines[^1].Component);
    }

    [Fact]
    public async Task Dental_care_pays_public_tasks_and_areas()
    {
        var draft = Draft.Dental(
            new PaymentComponent
            {
                Code = "omradesansvar",
                Owners = { UnitOwner.PublicDental },
                PerPerson = new()
                {
                    AgeKind = AgeKind.Turning,
                    Price = Draft.PerMonth("5"),
                    Bands = { new AgeBand { ToAge = 23, Points = "1" } },
                    Areas = { new PaymentArea { Unit = PublicDental, PostalCodes = { "652" } } },
                },
            },
            new PaymentComponent
            {
                Code = "folkhalsa",
                Owners = { UnitOwner.PublicDental },
                PerUnit = new() { Price = Draft.PerMonth("1000") },
            });
        await story.Published(draft);
        await story.Listed(PrivateDental, 3, born: "2015-01-01", type: 3);
        await story.Listed(PrivateDental, 1, born: "2015-01-01", type: 3, person: "protection = 2");

        var order = Story.Order();
        order.ChoiceSystem = ChoiceSystem.Dental;
        var lines = await story.Lines(await story.ByAnna.StartCapitationRunAsync(order));

        Assert.Equal(
            [(PublicDental, "15.00"), (PublicDental, "1000.00"), ("", "0.00")],
            lines.Select(line => (line.Unit, line.Kronor)));
    }

    [Fact]
    public async Task Computed_again_from_the_same_it_gives_the_same_digests_and_a_retry_computes_once()
    {
        await story.Published(Draft.Framed("1234567.89"));
        await story.Listed(Own, 3);
        var order = Story.Order();

        var run = await story.ByAnna.StartCapitationRunAsync(order);
        var retried = await story.ByAnna.StartCapitationRunAsync(order);
        var again = await story.Run();

        Assert.Equal(run, retried);
        Assert.Equal(
            (run.SnapshotDigest, run.PackageDigest, run.ResultDigest),
            (again.SnapshotDigest, again.PackageDigest, again.ResultDigest));
        order.Month = "2026-02";
        Assert.Equal("run-id-taken", await story.ByAnna.StartCapitationRunAsync(order).Code());
    }

    [Fact]
    public async Task Refuses_a_month_that_no_package_is_in_force_in() =>
        Assert.Equal("no-package-in-force", await story.ByAnna.StartCapitationRunAsync(Story.Order()).Code());

    [Fact]
    public async Task Refuses_a_day_that_is_not_over()
    {
        await story.Published(Draft.Of());

        Assert.Equal(
            "day-not-over", await story.ByAnna.StartCapitationRunAsync(Story.Order(month: "2026-04")).Code());
    }

    [Fact]
    public async Task Refuses_with_every_unit_that_lacks_weights()
    {
        await story.Published(Draft.Of(Draft.Figure("acg", "acg-points", "40")));
        await story.Delivered((Own, "acg-points", "100"));

        var call = story.ByAnna.StartCapitationRunAsync(Story.Order());

        Assert.Equal($"{Far} {Private}", (await call.Facts())["acg-points"]);
        Assert.Equal("figures-missing", await story.ByAnna.StartCapitationRunAsync(Story.Order()).Code());
    }

    [Fact]
    public async Task Refuses_a_final_month_and_a_correction_of_what_is_not_final()
    {
        await story.Published(Draft.Of());
        var run = await story.Run();
        Assert.Equal(
            "nothing-to-correct", await story.ByAnna.StartCapitationRunAsync(Story.Order(run.RunId)).Code());
        await story.Signed(run);

        Assert.Equal("month-is-final", await story.ByAnna.StartCapitationRunAsync(Story.Order()).Code());
    }

    [Fact]
    public async Task Tells_all_that_is_wrong_at_once() => Assert.Equal(
        ["choiceSystem required", "correctsRunId malformed", "month malformed", "runId required"],
        await story.ByAnna.StartCapitationRunAsync(new() { Month = "mars", CorrectsRunId = "x" }).Faults());

    [Fact]
    public async Task Is_for_listing_administrators() =>
        Assert.Equal("role-missing", await host.As(People.Eva).StartCapitationRunAsync(Story.Order()).Code());
}
