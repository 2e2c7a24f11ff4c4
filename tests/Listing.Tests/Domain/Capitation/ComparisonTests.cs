using System.Xml.Linq;
using NaraVard.Listing.Domain.Capitation;
using NaraVard.Listing.Domain.Capitation.Runs;

namespace NaraVard.Listing.Tests.Domain.Capitation;

public sealed class ComparisonTests
{
    private static readonly Result Before = new(
        [
            new Line("SE9900000176-GRIPEN", "listning", 8_000, 3_664_000.00m),
            new Line("SE9900000176-HERRHAGEN", "listning", 6_000, 2_748_000.00m),
            new Line("SE9900000176-VAXNAS", "listning", 5_000, 2_290_000.00m),
            new Line("SE9900000176-SYSSLEBACK", "listning", 1_000, 458_000.00m),
            new Line("SE9900000176-SYSSLEBACK", "avstand", 1_000, 450_000.00m),
        ],
        9_610_000.00m);

    private static readonly Result After = new(
        [
            new Line("SE9900000176-GRIPEN", "listning", 8_000, 3_734_000.00m),
            new Line("SE9900000176-HERRHAGEN", "listning", 6_000, 2_800_500.00m),
            new Line("SE9900000176-VAXNAS", "listning", 5_000, 2_290_000.00m),
            new Line("SE9900000176-SYSSLEBACK", "listning", 1_000, 485_500.00m),
            new Line("SE9900000176-SYSSLEBACK", "avstand", 1_000, 299_999.99m),
        ],
        9_610_000.00m);

    private static readonly Dictionary<string, string> Names = new()
    {
        ["SE9900000176-GRIPEN"] = "Gripen; \"Centrum\"",
        ["SE9900000176-HERRHAGEN"] = "Herrhagens vårdcentral",
        ["SE9900000176-SYSSLEBACK"] = "Hälsocentralen i Sysslebäck med filialer och mycket annat",
    };

    private readonly Comparison comparison = new(Before, After);

    [Fact]
    public void The_units_differences_and_the_roundings_are_the_totals_difference()
    {
        Assert.Equal(0, comparison.Difference);
        Assert.Equal(0, comparison.Units.Sum(unit => unit.Difference));
        Assert.Equal(["", "SE9900000176-GRIPEN", "SE9900000176-HERRHAGEN", "SE9900000176-SYSSLEBACK"],
            comparison.Units.Where(unit => unit.Difference != 0).Select(unit => unit.Unit).Order());
        Assert.DoesNotContain(comparison.Lines, line => line.Unit == "SE9900000176-VAXNAS");
    }

    [Fact]
    public void The_chart_says_in_words_and_in_rows_what_its_bars_show()
    {
        var chart = XElement.Parse(ComparisonChart.Of(comparison, Names));
        var texts = chart.Descendants().Where(part => part.Name.LocalName is "text").Select(one => one.Value).ToList();
        var bars = chart.Descendants().Where(part => part.Name.LocalName == "rect").Skip(1)
            .Select(bar => double.Parse(bar.Attribute("width")!.Value, null)).ToList();

        Assert.Contains("Herrhagens vårdcentral", texts);
        Assert.Contains("SE9900000176-VAXNAS", texts);
        Assert.Contains("2 enheter får mer, 1 mindre, 1 lika. Totalt 0,00\u00a0kr.", texts);
        Assert.Contains("+70\u00a0000,00\u00a0kr", texts);
        Assert.Contains("−122\u00a0500,01\u00a0kr", texts);
        Assert.Equal(bars.Max(), bars[^1]);
        Assert.Equal(0, bars[2]);
    }

    [Fact]
    public void A_name_that_is_too_long_for_its_row_is_cut_and_the_row_has_the_id()
    {
        var row = XElement.Parse(ComparisonChart.Of(comparison, Names)).Elements()
            .Single(part => part.Elements().FirstOrDefault()?.Value == "SE9900000176-SYSSLEBACK");

        Assert.Equal("Hälsocentralen i Sysslebäck med filiale…", row.Elements().ElementAt(1).Value);
    }

    [Fact]
    public void The_CSV_has_ids_and_names_and_a_name_with_semicolons_is_one_column()
    {
        var rows = ComparisonCsv.Of(comparison, Names).Split("\r\n");

        Assert.Equal(
            "SE9900000176-GRIPEN;\"Gripen; \"\"Centrum\"\"\";3664000,00;3734000,00;70000,00", rows[1]);
        Assert.Equal("SE9900000176-VAXNAS;;2290000,00;2290000,00;0,00", rows[4]);
        Assert.Equal("avrundning;;0,00;0,01;0,01", rows[5]);
    }
}
