using NaraVard.Contracts.Listing.V1;
using NaraVard.Platform.Identity;
using NaraVard.Testing;
using static NaraVard.Listing.Tests.Features.Capitation.CapitationHost;

namespace NaraVard.Listing.Tests.Features.Capitation;

[Collection(OneHost.Name)]
public sealed class ListCapitationLinesTests(CapitationHost host)
{
    private readonly Story story = host.NewStory();

    [Fact]
    public async Task Pages_through_the_lines_by_unit_with_the_rounding_last()
    {
        await story.Published(Draft.Of());
        await story.Listed(Own, 1);
        await story.Listed(Far, 2);
        var run = await story.Run();

        var first = await story.ByAnna.ListCapitationLinesAsync(new() { RunId = run.RunId, Limit = 2 });
        var second = await story.ByAnna.ListCapitationLinesAsync(new() { RunId = run.RunId, Limit = 2, Page = 2 });

        Assert.Equal([Far, Own], first.Lines.Select(line => line.Unit));
        Assert.Equal("avrundning", Assert.Single(second.Lines).Component);
        Assert.Equal(
            "not-found", await story.ByStranger.ListCapitationLinesAsync(new() { RunId = run.RunId }).Code());
    }

    [Fact]
    public async Task Staff_of_a_unit_see_its_own_of_a_final_run_and_of_what_each_is_made()
    {
        await story.Published(Draft.Of(
            Draft.Listing("458"),
            new PaymentComponent
            {
                Code = "acg",
                PerFigure = new() { Measure = "acg-points", Price = new() { Kronor = "476", Per = PricePeriod.Year } },
            },
            Draft.Visits()));
        await story.Listed(Own, 3);
        await story.Listed(Far, 5);
        await story.Delivered(
            (Own, "acg-points", "2.5"), (Far, "acg-points", "7"), (Private, "acg-points", "0"),
            (Own, "visits.lakare.listed-elsewhere", "12"), (Own, "visits.lakare.out-of-region", "3"));
        var run = await story.Signed(await story.Run());

        var seen = await story.ByStaffOf(Own).ListCapitationLinesAsync(new() { RunId = run.RunId });

        Assert.Equal(
            [
                ("listning", "1374.00", " 3 x 458 Month"), ("acg", "99.17", " 2.5 x 476 Year"),
                ("besok", "14600.00", "listed-elsewhere 12 x 800 Month, out-of-region 3 x 1666.666667 Month"),
            ],
            seen.Lines.Select(line => (line.Component, line.Kronor, string.Join(", ", line.MadeOf.Parts.Select(part =>
                $"{part.Of} {part.Quantity} x {part.Price.Kronor} {part.Price.Per}")))));
        Assert.All(seen.Lines, line => Assert.Equal(Own, line.Unit));
        Assert.Equal(3, seen.Meta.TotalRecords);
    }

    [Fact]
    public async Task What_is_not_final_or_does_not_pay_the_unit_does_not_exist_for_its_staff()
    {
        await story.Published(Draft.Of());
        await story.Listed(Own, 3);
        var run = await story.Run();
        var ask = new ListCapitationLinesRequest { RunId = run.RunId };

        Assert.Equal("not-found", await story.ByStaffOf(Own).ListCapitationLinesAsync(ask).Code());
        await story.Signed(run);
        Assert.NotEmpty((await story.ByStaffOf(Own, Roles.Clinician).ListCapitationLinesAsync(ask)).Lines);
        Assert.Equal("not-found", await story.ByStaffOf(Private).ListCapitationLinesAsync(ask).Code());
        Assert.Equal("not-found", await story.ByStaffOf(Elsewhere).ListCapitationLinesAsync(ask).Code());
        var unitless = People.In(Roles.Clinician) with { Unit = null };
        Assert.Equal("unit-missing", await host.As(unitless).ListCapitationLinesAsync(ask).Code());
        Assert.Equal("role-missing", await host.As(People.Eva).ListCapitationLinesAsync(ask).Code());
    }
}
