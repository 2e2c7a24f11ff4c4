namespace NaraVard.Benchmarks.Measuring;

/// <summary>Figures in order, to ask which share of them lies below what.</summary>
public sealed class Percentiles
{
    private readonly double[] ordered;

    /// <param name="figures">Of any unit, in any order; at least one.</param>
    public Percentiles(IEnumerable<double> figures)
    {
        ordered = [.. figures.Order()];
        if (ordered.Length == 0)
            throw new ArgumentException("Nothing was measured.", nameof(figures));
    }

    /// <summary>How many figures there are.</summary>
    public int Count => ordered.Length;

    /// <summary>The middle one.</summary>
    public double P50 => At(50);

    /// <summary>What 99 of 100 do not exceed.</summary>
    public double P99 => At(99);

    /// <summary>The largest.</summary>
    public double Max => ordered[^1];

    /// <summary>The smallest figure that so many of a hundred do not exceed.</summary>
    public double At(double percent) =>
        ordered[Math.Clamp((int)Math.Ceiling(ordered.Length * percent / 100) - 1, 0, ordered.Length - 1)];

    /// <summary>The middle of several rounds, which one disturbed round does not move.</summary>
    public static double Median(IEnumerable<double> figures) => new Percentiles(figures).P50;
}
