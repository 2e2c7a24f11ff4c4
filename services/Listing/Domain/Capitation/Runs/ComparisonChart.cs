using System.Globalization;
using System.Xml.Linq;

namespace NaraVard.Listing.Domain.Capitation.Runs;

/// <summary>
/// The differences of units as bars from a line in the middle (SVG). It reads as a table too: each row has the unit,
/// its bar and its kronor in text, and nothing is told by colour alone.
/// </summary>
internal static class ComparisonChart
{
    private const int Width = 960;
    private const int Top = 72;
    private const int RowHeight = 22;
    private const int BarHeight = 14;
    private const int Middle = 520;
    private const int BarMax = 220;
    private const int AmountX = 944;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly NumberFormatInfo Swedish = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = "\u00a0",
        NegativeSign = "\u2212",
        PositiveSign = "+",
    };

    public static string Of(Comparison comparison)
    {
        var units = comparison.Units.Where(unit => unit.Unit.Length > 0)
            .OrderByDescending(unit => unit.Difference).ToList();
        var most = units.Select(unit => Math.Abs(unit.Difference)).DefaultIfEmpty().Max();
        var height = Top + Math.Max(units.Count, 1) * RowHeight + 16;
        var image = new XElement(
            Svg + "svg", new XAttribute("viewBox", $"0 0 {Width} {height}"), new XAttribute("role", "group"),
            new XAttribute("aria-labelledby", "title description"), new XAttribute("lang", "sv"),
            new XAttribute("font-family", "sans-serif"), new XAttribute("font-size", 13),
            new XElement(Svg + "title", new XAttribute("id", "title"), "Skillnad per enhet"),
            new XElement(Svg + "desc", new XAttribute("id", "description"), Description(comparison, units)),
            new XElement(Svg + "rect", new XAttribute("width", "100%"), new XAttribute("height", "100%"),
                new XAttribute("fill", "#ffffff")),
            Text(16, 28, "Skillnad per enhet, kronor per månad", "start", 18),
            Text(16, 52, Description(comparison, units), "start"),
            Line(height), units.Select((unit, i) => Row(unit, i, most)));
        return image.ToString(SaveOptions.DisableFormatting);
    }

    private static string Description(Comparison comparison, IReadOnlyCollection<UnitDifference> units) =>
        $"{units.Count(unit => unit.Difference > 0)} enheter får mer, " +
        $"{units.Count(unit => unit.Difference < 0)} mindre, " +
        $"{units.Count(unit => unit.Difference == 0)} lika. Totalt {Kronor(comparison.Difference)}.";

    private static XElement Row(UnitDifference unit, int index, decimal most)
    {
        var y = Top + index * RowHeight;
        var length = most == 0 ? 0 : Math.Abs(unit.Difference) * BarMax / most;
        var bar = new XElement(
            Svg + "rect", new XAttribute("x", Number(unit.Difference < 0 ? Middle - length : Middle)),
            new XAttribute("y", y), new XAttribute("width", Number(length)), new XAttribute("height", BarHeight),
            new XAttribute("fill", unit.Difference < 0 ? "#b5540a" : "#1f5fa8"), new XAttribute("aria-hidden", "true"));
        var baseline = y + BarHeight - 2;
        return new XElement(
            Svg + "g", Text(16, baseline, unit.Unit, "start"), bar,
            Text(AmountX, baseline, Kronor(unit.Difference), "end"));
    }

    private static XElement Line(int height) => new(
        Svg + "line", new XAttribute("x1", Middle), new XAttribute("x2", Middle), new XAttribute("y1", Top - 6),
        new XAttribute("y2", height - 12), new XAttribute("stroke", "#333333"));

    private static XElement Text(int x, int y, string text, string anchor, int size = 13) => new(
        Svg + "text", new XAttribute("x", x), new XAttribute("y", y), new XAttribute("text-anchor", anchor),
        new XAttribute("font-size", size), new XAttribute("fill", "#1a1a1a"), text);

    private static string Kronor(decimal kronor) =>
        kronor.ToString("+#,##0.00;−#,##0.00;0.00", Swedish) + "\u00a0kr";

    private static string Number(decimal number) => number.ToString("F1", CultureInfo.InvariantCulture);
}
