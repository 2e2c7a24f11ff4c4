using System.Globalization;
using System.Xml.Linq;

namespace NaraVard.Listing.Domain.Capitation.Runs;

/// <summary>
/// The differences of units as bars from a line in the middle (SVG). It reads as a table too: each row has the unit,
/// its bar and its kronor in text, and nothing is told by colour alone. Units go by their names; the HSA-id is the
/// row's title.
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
    private const int NameMax = 40;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly NumberFormatInfo Swedish = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = "\u00a0",
        NegativeSign = "\u2212",
        PositiveSign = "+",
    };

    /// <param name="names">What people call each unit, by HSA-id.</param>
    public static string Of(Comparison comparison, IReadOnlyDictionary<string, string> names)
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
            units.Select((unit, i) => Row(unit, Short(names.GetValueOrDefault(unit.Unit, unit.Unit)), i, most)),
            Line("#333333", (Middle, Top - 6), (Middle, height - 12)));
        return image.ToString(SaveOptions.DisableFormatting);
    }

    private static string Description(Comparison comparison, IReadOnlyCollection<UnitDifference> units) =>
        $"{Units(units.Count(unit => unit.Difference > 0))} får mer, " +
        $"{units.Count(unit => unit.Difference < 0)} mindre, " +
        $"{units.Count(unit => unit.Difference == 0)} lika. Totalt {Kronor(comparison.Difference)}.";

    private static string Units(int count) => count == 1 ? "1 enhet" : $"{count} enheter";

    private static string Short(string name) => name.Length <= NameMax ? name : name[..(NameMax - 1)] + "…";

    private static XElement Row(UnitDifference unit, string name, int index, decimal most)
    {
        var y = Top + index * RowHeight;
        var length = most == 0 ? 0 : Math.Abs(unit.Difference) * BarMax / most;
        var bar = new XElement(
            Svg + "rect", new XAttribute("x", Number(unit.Difference < 0 ? Middle - length : Middle)),
            new XAttribute("y", y), new XAttribute("width", Number(length)), new XAttribute("height", BarHeight),
            new XAttribute("fill", unit.Difference < 0 ? "#b5540a" : "#1f5fa8"), new XAttribute("aria-hidden", "true"));
        var baseline = y + BarHeight - 2;
        return new XElement(
            Svg + "g", new XElement(Svg + "title", unit.Unit), Text(16, baseline, name, "start"), bar,
            Text(AmountX, baseline, Kronor(unit.Difference), "end"),
            Line("#dddddd", (16, y + RowHeight - 4), (AmountX, y + RowHeight - 4)));
    }

    private static XElement Line(string colour, (int X, int Y) from, (int X, int Y) to) => new(
        Svg + "line", new XAttribute("x1", from.X), new XAttribute("x2", to.X), new XAttribute("y1", from.Y),
        new XAttribute("y2", to.Y), new XAttribute("stroke", colour), new XAttribute("aria-hidden", "true"));

    private static XElement Text(int x, int y, string text, string anchor, int size = 13) => new(
        Svg + "text", new XAttribute("x", x), new XAttribute("y", y), new XAttribute("text-anchor", anchor),
        new XAttribute("font-size", size), new XAttribute("fill", "#1a1a1a"), text);

    private static string Kronor(decimal kronor) =>
        kronor.ToString("+#,##0.00;−#,##0.00;0.00", Swedish) + "\u00a0kr";

    private static string Number(decimal number) => number.ToString("F1", CultureInfo.InvariantCulture);
}
