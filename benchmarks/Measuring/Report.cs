using System.Globalization;

namespace NaraVard.Benchmarks.Measuring;

/// <summary>The lines a benchmark prints: <c>name: value unit (ratio to what)</c>.</summary>
public static class Report
{
    /// <summary>Prints one figure.</summary>
    /// <param name="name">In lower case with hyphens, the benchmark's name first.</param>
    /// <param name="comparison">Such as <c>1.9 x the C++ server</c>.</param>
    public static Task Line(string name, double value, string unit, string? comparison = null) =>
        Console.Out.WriteLineAsync(comparison is null
            ? $"{name}: {Number(value)} {unit}"
            : $"{name}: {Number(value)} {unit} ({comparison})");

    /// <summary>How often one figure holds another, as it stands in a line.</summary>
    public static string Ratio(double value, double reference, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{value / reference:F2} x {what}");

    /// <summary>A figure with the three digits that mean something, or more before the point.</summary>
    public static string Number(double value) => value.ToString(
        Math.Abs(value) switch { >= 100 => "F0", >= 10 => "F1", >= 1 => "F2", _ => "F3" },
        CultureInfo.InvariantCulture);
}
