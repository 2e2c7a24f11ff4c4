using System.Text.RegularExpressions;
using OpenTelemetry.Metrics;

namespace NaraVard.Platform.Telemetry;

/// <summary>
/// Prometheus' names for OpenTelemetry's metrics: underscores, the unit, and <c>_total</c> for counters.
/// </summary>
internal static partial class MetricNames
{
    public static string Of(Metric metric)
    {
        var name = Label(metric.Name);
        var unit = Unit(metric.Unit);
        if (unit.Length > 0 && !name.EndsWith("_" + unit, StringComparison.Ordinal))
            name = $"{name}_{unit}";
        // Prometheus keeps this ending for histograms: db.client.connection.count is db_client_connection_current.
        if (metric.MetricType != MetricType.Histogram && name.EndsWith("_count", StringComparison.Ordinal))
            name = name[..^"count".Length] + "current";
        var isCounter = metric.MetricType is MetricType.LongSum or MetricType.DoubleSum;
        return isCounter && !name.EndsWith("_total", StringComparison.Ordinal) ? name + "_total" : name;
    }

    public static string Label(string key) => Unfit().Replace(key, "_");

    private static string Unit(string? unit) => unit switch
    {
        "s" => "seconds",
        "By" => "bytes",
        "1" => "ratio",
        _ => "",
    };

    [GeneratedRegex("[^a-zA-Z0-9_]")]
    private static partial Regex Unfit();
}
