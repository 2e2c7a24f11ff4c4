using NaraVard.Identifiers.Persons;
using NaraVard.Listing.Domain.Capitation;
using NaraVard.Listing.Domain.Capitation.Components;

namespace NaraVard.Listing.Tests.Domain.Capitation;

/// <summary>A made-up region: units, counts of listed and figures.</summary>
internal sealed class Region
{
    public static readonly DateOnly Month = new(2026, 12, 1);

    private readonly List<Unit> units = [];
    private readonly List<Cell> cells = [];
    private readonly List<Figure> figures = [];

    public Snapshot Snapshot => new(units, cells, figures);

    public Region With(string unit, UnitOwner owner = UnitOwner.Region)
    {
        units.Add(new Unit(unit, owner));
        return this;
    }

    public Region Listed(string unit, int persons, int age = 40, Sex? sex = Sex.Female, int? arrived = null) =>
        Add(new Cell(Population.Listed, unit, age, age, sex, arrived ?? Cell.ArrivedLongAgo, persons));

    public Region Enrolled(string unit, int persons, int age) =>
        Add(new Cell(Population.ChildHealth, unit, age, age, null, Cell.ArrivedLongAgo, persons));

    public Region Living(string postalCode, int persons, int age) =>
        Add(new Cell(Population.Residents, postalCode, age, age, null, Cell.ArrivedLongAgo, persons));

    public Region Add(Cell cell)
    {
        cells.Add(cell);
        return this;
    }

    public Region Figure(string unit, string measure, decimal value)
    {
        figures.Add(new Figure(unit, measure, value));
        return this;
    }

    public Region Figures(string unit, params (string Measure, decimal Value)[] all)
    {
        foreach (var (measure, value) in all)
            Figure(unit, measure, value);
        return this;
    }

    /// <summary>What the components give; without a frame.</summary>
    public Result Pays(params Component[] components) => Pays(null, components);

    public Result Pays(decimal? frame, params Component[] components) =>
        Calculation.Of(
            new PaymentModel(frame is { } kronor ? PerMonth(kronor) : null, ListingDay.LastOfMonth, components),
            Month, Snapshot);

    public static Price PerMonth(decimal kronor) => new(kronor, PricePeriod.Month);

    public static Price PerYear(decimal kronor) => new(kronor, PricePeriod.Year);

    /// <summary>A point for everybody.</summary>
    public static PerPerson Listing(Price? price, params AgeBand[] bands) => new(
        "listning", bands.Length == 0 ? [new AgeBand(0, null, null, 1)] : bands, AgeKind.Completed, price);
}

internal static class Results
{
    public static decimal Of(this Result result, string unit, string component) =>
        result.Lines.SingleOrDefault(line => line.Unit == unit && line.Component == component)?.Kronor ?? 0;
}
