using System.Globalization;
using System.Xml.Linq;
using NaraVard.Contracts.Listing.V1;
using static NaraVard.Listing.Tests.Features.Capitation.CapitationHost;

namespace NaraVard.Listing.Tests.Features.Capitation;

[Collection(OneHost.Name)]
public sealed class ComparePaymentsTests(CapitationHost host)
{
    private readonly Story story = host.NewStory();

    [Fact]
    public async Task Next_years_package_on_this_years_listing_differs_by_the_frames_difference()
    {
        var run = await FramedRun();
        var next = Draft.Framed("1100000.50", Stairs());
        next.FromDay = "2027-01-01";
        next.Content.PaymentModel.Components[1].FromDay = "2027-01-01";
        await story.ByAnna.CreatePackageAsync(next);

        var difference = await story.ByAnna.ComparePaymentsAsync(
            new() { RunId = run.RunId, WithPackageId = next.PackageId });

        Assert.Equal(("1000000.00", "1100000.50", "100000.50"),
            (difference.Before, difference.After, difference.Difference));
        Assert.Equal(100_000.50m, difference.Units.Sum(unit => Kronor(unit.Difference)));
    }

    [Fact]
    public async Task Fewer_tiers_at_the_same_frame_sum_to_nothing()
    {
        var run = await FramedRun();

        var difference = await story.ByAnna.ComparePaymentsAsync(new()
        {
            RunId = run.RunId,
            WithTiers = { Draft.Tier("0", "60", "0"), Draft.Tier("60", "", "300") },
        });

        Assert.Equal("0.00", difference.Difference);
        Assert.Equal(0, difference.Units.Sum(unit => Kronor(unit.Difference)));
        Assert.Contains(difference.Units, unit => Kronor(unit.Difference) > 0);
        Assert.Contains(difference.Lines, line => line.Component == "avstand");
    }

    [Fact]
    public async Task Comes_as_CSV_for_a_Swedish_spreadsheet_and_as_a_picture_that_can_be_read()
    {
        var run = await FramedRun();

        var difference = await story.ByAnna.ComparePaymentsAsync(new()
        {
            RunId = run.RunId,
            WithTiers = { Draft.Tier("0", "", "0") },
        });

        var rows = difference.Csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("enhet;namn;före;efter;skillnad", rows[0]);
        Assert.Equal(["summa", "", "1000000,00", "1000000,00", "0,00"], rows[^1].Split(';'));
        Assert.Equal(difference.Units.Count + 2, rows.Length);
        var picture = XDocument.Parse(difference.ChartSvg).Root!;
        var texts = picture.Descendants().Where(element => element.Name.LocalName == "text").Select(text => text.Value);
        Assert.Equal("title", picture.Elements().First().Name.LocalName);
        Assert.Contains(picture.Elements(), element => element.Name.LocalName == "desc" && element.Value.Length > 0);
        Assert.Superset(new HashSet<string> { Name(Own), Name(Far), Name(Private) }, texts.ToHashSet());
        Assert.Equal([Far, Name(Far)], rows[1].Split(';')[..2]);
    }

    [Fact]
    public async Task Nothing_is_stored()
    {
        var run = await FramedRun();

        await story.ByAnna.ComparePaymentsAsync(new() { RunId = run.RunId, WithTiers = { Draft.Tier("0", "", "0") } });

        Assert.Equal(run, await story.ByAnna.GetCapitationRunAsync(new() { RunId = run.RunId }));
        Assert.Equal(1, (await story.ByAnna.ListCapitationRunsAsync(new())).Meta.TotalRecords);
    }

    [Fact]
    public async Task Tells_all_that_is_wrong_at_once()
    {
        Assert.Equal(
            ["withRunId exactly-one", "withTiers[0] tiers-not-from-zero"],
            await story.ByAnna.ComparePaymentsAsync(new()
            {
                RunId = Guid.CreateVersion7().ToString(),
                WithPackageId = Guid.CreateVersion7().ToString(),
                WithTiers = { Draft.Tier("1", "", "0") },
            }).Faults());
        Assert.Equal(
            ["runId required", "withRunId exactly-one"], await story.ByAnna.ComparePaymentsAsync(new()).Faults());
    }

    [Fact]
    public async Task Primary_care_is_not_compared_with_dental_care()
    {
        var run = await FramedRun();
        var dental = await story.Published(Draft.Dental());
        var order = Story.Order();
        order.ChoiceSystem = ChoiceSystem.Dental;
        var other = await story.ByAnna.StartCapitationRunAsync(order);

        Assert.Equal(["withPackageId other-choice-system"], await story.ByAnna.ComparePaymentsAsync(
            new() { RunId = run.RunId, WithPackageId = dental.PackageId }).Faults());
        Assert.Equal(["withRunId other-choice-system"], await story.ByAnna.ComparePaymentsAsync(
            new() { RunId = run.RunId, WithRunId = other.RunId }).Faults());
    }

    [Fact]
    public async Task Another_regions_run_is_not_there()
    {
        var run = await FramedRun();

        Assert.Equal("not-found", await story.ByStranger.ComparePaymentsAsync(
            new() { RunId = run.RunId, WithRunId = run.RunId }).Code());
    }

    private async Task<CapitationRun> FramedRun()
    {
        await story.Published(Draft.Framed("1000000.00", Stairs()));
        await story.Listed(Own, 300);
        await story.Listed(Far, 200);
        await story.Listed(Private, 100);
        await story.Delivered((Own, "distance-km", "5"), (Far, "distance-km", "50.0"), (Private, "distance-km", "120"));
        return await story.Run();
    }

    private static PaymentComponent Stairs() => Draft.Distance(
        Draft.Tier("0", "20", "0"), Draft.Tier("20", "50", "100"), Draft.Tier("50", "100", "250"),
        Draft.Tier("100", "", "450"));

    private static decimal Kronor(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
