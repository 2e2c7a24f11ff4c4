using System.Globalization;
using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace NaraVard.Platform.Telemetry;

/// <summary>Writes collected metrics in Prometheus' text format, 0.0.4.</summary>
internal sealed class PrometheusText : BaseExporter<Metric>
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";
    private StringBuilder text = new();

    /// <summary>What was exported since the last call.</summary>
    public string Take()
    {
        var taken = text.ToString();
        text = new StringBuilder();
        return taken;
    }

    public override ExportResult Export(in Batch<Metric> batch)
    {
        var families = new SortedDictionary<string, List<Metric>>(StringComparer.Ordinal);
        foreach (var metric in batch)
        {
            var name = MetricNames.Of(metric);
            families.TryAdd(name, []);
            families[name].Add(metric);
        }

        foreach (var (name, metrics) in families)
            Family(name, metrics);
        return ExportResult.Success;
    }

    private void Family(string name, List<Metric> metrics)
    {
        var first = metrics[0];
        text.Append("# HELP ").Append(name).Append(' ').Append(Escape(Help(first), false)).Append('\n');
        text.Append("# TYPE ").Append(name).Append(' ').Append(Kind(first.MetricType)).Append('\n');
        foreach (var metric in metrics.Where(metric => metric.MetricType == first.MetricType))
            foreach (ref readonly var point in metric.GetMetricPoints())
                Point(name, metric.MetricType, point);
    }

    private void Point(string name, MetricType type, in MetricPoint point)
    {
        var labels = Labels(point.Tags);
        if (type == MetricType.Histogram)
            Histogram(name, labels, point);
        else
            Sample(name, labels, type switch
            {
                MetricType.LongSum => point.GetSumLong(),
                MetricType.DoubleSum => point.GetSumDouble(),
                MetricType.LongSumNonMonotonic => point.GetSumLong(),
                MetricType.DoubleSumNonMonotonic => point.GetSumDouble(),
                MetricType.LongGauge => point.GetGaugeLastValueLong(),
                _ => point.GetGaugeLastValueDouble(),
            });
    }

    private void Histogram(string name, string labels, in MetricPoint point)
    {
        var separator = labels.Length > 0 ? "," : "";
        long count = 0;
        foreach (var bucket in point.GetHistogramBuckets())
        {
            count += bucket.BucketCount;
            var bound = double.IsPositiveInfinity(bucket.ExplicitBound) ? "+Inf" : Number(bucket.ExplicitBound);
            Sample(name + "_bucket", $"{labels}{separator}le=\"{bound}\"", count);
        }

        Sample(name + "_sum", labels, point.GetHistogramSum());
        Sample(name + "_count", labels, point.GetHistogramCount());
    }

    private void Sample(string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0)
            text.Append('{').Append(labels).Append('}');
        text.Append(' ').Append(Number(value)).Append('\n');
    }

    private static string Labels(ReadOnlyTagCollection tags)
    {
        var labels = new List<string>();
        foreach (var (key, value) in tags)
        {
            var words = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            labels.Add($"{MetricNames.Label(key)}=\"{Escape(Masking.Mask(words), true)}\"");
        }

        return string.Join(',', labels);
    }

    private static string Help(Metric metric) =>
        string.IsNullOrWhiteSpace(metric.Description) ? metric.Name : metric.Description;

    private static string Kind(MetricType type) => type switch
    {
        MetricType.LongSum or MetricType.DoubleSum => "counter",
        MetricType.Histogram => "histogram",
        _ => "gauge",
    };

    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        double.NaN => "NaN",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    private static string Escape(string words, bool isLabel)
    {
        var escaped = words.Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("\n", @"\n", StringComparison.Ordinal);
        return isLabel ? escaped.Replace("\"", "\\\"", StringComparison.Ordinal) : escaped;
    }
}
