namespace NaraVard.Listing.Domain.Capitation.Runs;

/// <summary>What units would get instead. The differences of all units are the difference of the totals.</summary>
internal sealed class Comparison(Result before, Result after)
{
    /// <summary>After minus before.</summary>
    public decimal Difference { get; } = after.Total - before.Total;

    public decimal Before { get; } = before.Total;

    public decimal After { get; } = after.Total;

    /// <summary>Each unit by id, and last the rounding under the empty id.</summary>
    public IReadOnlyList<UnitDifference> Units { get; } =
    [
        .. Pairs(before, after, line => line.Unit)
            .Select(pair => new UnitDifference(pair.Key, pair.Before, pair.After))
            .OrderBy(unit => unit.Unit.Length == 0).ThenBy(unit => unit.Unit, StringComparer.Ordinal),
    ];

    /// <summary>The lines that differ, by unit and component.</summary>
    public IReadOnlyList<LineDifference> Lines { get; } =
    [
        .. Pairs(before, after, line => (line.Unit, line.Component)).Where(pair => pair.Before != pair.After)
            .Select(pair => new LineDifference(pair.Key.Unit, pair.Key.Component, pair.Before, pair.After))
            .OrderBy(line => line.Unit.Length == 0).ThenBy(line => line.Unit, StringComparer.Ordinal)
            .ThenBy(line => line.Component, StringComparer.Ordinal),
    ];

    private static IEnumerable<(TKey Key, decimal Before, decimal After)> Pairs<TKey>(
        Result before, Result after, Func<Line, TKey> key)
        where TKey : notnull
    {
        var (old, now) = (before.WithRounding.ToLookup(key), after.WithRounding.ToLookup(key));
        return old.Concat(now).Select(lines => lines.Key).Distinct()
            .Select(one => (one, Sum(old[one]), Sum(now[one])));
    }

    private static decimal Sum(IEnumerable<Line> lines) => lines.Sum(line => line.Kronor);
}

/// <summary>What one unit gets, and would get instead.</summary>
internal sealed record UnitDifference(string Unit, decimal Before, decimal After)
{
    public decimal Difference => After - Before;
}

/// <summary>A line that differs; 0 where there is none.</summary>
internal sealed record LineDifference(string Unit, string Component, decimal Before, decimal After);
