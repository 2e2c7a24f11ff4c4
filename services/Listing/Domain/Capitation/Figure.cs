namespace NaraVard.Listing.Domain.Capitation;

/// <summary>What was delivered about a unit for a month: ACG weights, visits, distance to hospital.</summary>
/// <param name="Measure">What it tells, in kebab case: <c>acg-points</c>, <c>visits.home.listed-here</c>.</param>
/// <param name="IsOfMonth">False for an earlier month's, which is still true of what changes seldom.</param>
internal readonly record struct Figure(string Unit, string Measure, decimal Value, bool IsOfMonth = true);

/// <summary>What a component must know of each unit that it pays.</summary>
/// <param name="IsStanding">
/// True for what changes seldom: the latest is used. Otherwise only what was delivered for the very month.
/// </param>
/// <param name="Max">The most that it may be; null when there is no limit.</param>
internal sealed record FigureNeed(string Measure, bool IsStanding, decimal? Max = null)
{
    /// <summary>True when a unit that nothing was delivered about has none of it.</summary>
    public bool AbsentIsZero { get; init; }

    /// <summary>True when it counts, and has no decimals.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether a value can be.</summary>
    public bool Holds(decimal value) => value >= 0 && !(value > Max) && !(IsWhole && value != decimal.Floor(value));
}
