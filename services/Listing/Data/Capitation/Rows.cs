using NaraVard.Identifiers.Persons;
using NaraVard.Listing.Domain.Capitation;

namespace NaraVard.Listing.Data.Capitation;

/// <summary>A row of <c>capitation_cells</c>: how many persons of one kind a run was computed from.</summary>
internal sealed class CellRow
{
    public Guid RunId { get; init; }

    public Population Population { get; init; }

    public string Where { get; init; } = "";

    public short Age { get; init; }

    public short Turning { get; init; }

    /// <summary>0 when nobody knows.</summary>
    public short Sex { get; init; }

    public short ArrivedYears { get; init; }

    public int Persons { get; init; }

    public int LivesAlone { get; init; }

    public int BornAbroad { get; init; }

    public int Unemployed { get; init; }

    public int SingleParents { get; init; }

    public int LowEducation { get; init; }

    public int MovedLastYear { get; init; }

    /// <summary>What the row says.</summary>
    public Cell Cell => new(Population, Where, Age, Turning, Sex == 0 ? null : (Sex)Sex, ArrivedYears, Persons)
    {
        Social = new(LivesAlone, BornAbroad, Unemployed, SingleParents, LowEducation, MovedLastYear),
    };
}

/// <summary>A row of <c>capitation_lines</c>: what a unit gets from a component; the rounding has no unit.</summary>
internal sealed class LineRow
{
    public Guid RunId { get; init; }

    /// <summary>Its place in the run, from 0.</summary>
    public int Place { get; init; }

    public string Unit { get; init; } = "";

    public string Component { get; init; } = "";

    public decimal Quantity { get; init; }

    public decimal Kronor { get; init; }

    public IReadOnlyList<Part> Parts { get; init; } = [];

    /// <summary>What the row says.</summary>
    public Line Line => new(Unit, Component, Quantity, Kronor) { Parts = Parts };
}

/// <summary>A row of <c>figures</c>: the latest that was delivered about a unit for a month.</summary>
internal sealed class FigureRow
{
    public string Region { get; init; } = "";

    public string Unit { get; init; } = "";

    public string Measure { get; init; } = "";

    /// <summary>The month's first day.</summary>
    public DateOnly Month { get; init; }

    public decimal Value { get; set; }
}
