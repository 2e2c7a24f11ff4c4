using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NaraVard.Listing.Domain.Capitation;

/// <summary>
/// All that a run is computed from beside its package: who was listed where on a day, as counts, and what was
/// delivered about the units. The same snapshot and package give the same result for ever.
/// </summary>
internal sealed class Snapshot
{
    private readonly ILookup<(Population, string), Cell> cells;
    private readonly Dictionary<(string, string), Figure> figures;

    public Snapshot(IEnumerable<Unit> units, IEnumerable<Cell> cells, IEnumerable<Figure> figures)
    {
        Units = [.. units.OrderBy(unit => unit.Id, StringComparer.Ordinal)];
        Cells = [.. cells];
        this.cells = Cells.ToLookup(cell => (cell.Population, cell.Place));
        this.figures = figures.ToDictionary(figure => (figure.Unit, figure.Measure));
    }

    /// <summary>The units that may be paid, by id.</summary>
    public IReadOnlyList<Unit> Units { get; }

    public IReadOnlyList<Cell> Cells { get; }

    public IEnumerable<Figure> Figures => figures.Values;

    /// <summary>Those of a population at a place.</summary>
    public IEnumerable<Cell> Of(Population population, string place) => cells[(population, place)];

    /// <summary>The places where somebody of a population is.</summary>
    public IEnumerable<string> Places(Population population) =>
        cells.Select(place => place.Key).Where(key => key.Item1 == population).Select(key => key.Item2);

    /// <summary>How many are listed at a unit.</summary>
    public int Listed(Unit unit) => Of(Population.Listed, unit.Id).Sum(cell => cell.Persons);

    /// <summary>What was delivered about a unit; null when nothing was that is still true.</summary>
    public decimal? Find(Unit unit, FigureNeed need) =>
        figures.TryGetValue((unit.Id, need.Measure), out var figure) && (figure.IsOfMonth || need.IsStanding)
            ? figure.Value : null;

    /// <summary>As <see cref="Find"/>, with 0 where nothing was delivered.</summary>
    public decimal Of(Unit unit, FigureNeed need) => Find(unit, need) ?? 0;

    /// <summary>SHA-256 of everything in it, in one order.</summary>
    public byte[] Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in Lines())
            hash.AppendData(Encoding.UTF8.GetBytes(line));
        return hash.GetHashAndReset();
    }

    private IEnumerable<string> Lines() =>
    [
        .. Units.Select(unit => Line($"unit {unit.Id} {unit.Owner}\n")),
        .. Cells.Select(Line).Order(StringComparer.Ordinal),
        .. Figures.Select(figure => Line(
            $"figure {figure.Unit} {figure.Measure} {figure.Value:G29} {figure.IsOfMonth}\n"))
            .Order(StringComparer.Ordinal),
    ];

    private static string Line(Cell cell) => string.Create(
        CultureInfo.InvariantCulture,
        $"cell {cell.Population} {cell.Place} {cell.Age} {cell.Turning} {cell.Sex} {cell.ArrivedYears} {cell.Persons} "
        + $"{cell.Social.LivesAlone} {cell.Social.BornAbroad} {cell.Social.Unemployed} {cell.Social.SingleParents} "
        + $"{cell.Social.LowEducation} {cell.Social.MovedLastYear}\n");

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
