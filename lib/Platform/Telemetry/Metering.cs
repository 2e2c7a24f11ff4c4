using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace NaraVard.Platform.Telemetry;

/// <summary>
/// Collects the process' metrics, for a scrape of <c>/metrics</c> and for a collector when one is configured.
/// </summary>
internal sealed class Metering : IDisposable
{
    private const int SeriesPerMetricMax = 2_000;
    private static readonly double[] Seconds =
        [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
    private readonly PrometheusText exporter = new();
    private readonly BaseExportingMetricReader reader;
    private readonly MeterProvider provider;
    private readonly Lock gate = new();

    public Metering(TelemetryOptions options)
    {
        reader = new BaseExportingMetricReader(exporter);
        reader.TemporalityPreference = MetricReaderTemporalityPreference.Cumulative;
        var meters = Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(resource => resource.AddService("naravard"))
            .AddMeter("NaraVard.*", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql")
            .AddView(Shape)
            .AddReader(reader);
        if (options.OtlpEndpoint.Length > 0)
            meters.AddOtlpExporter(otlp => otlp.Endpoint = new Uri(options.OtlpEndpoint));
        provider = meters.Build()!;
    }

    /// <summary>All metrics in Prometheus' text format.</summary>
    public string Text()
    {
        lock (gate)
        {
            reader.Collect();
            return exporter.Take();
        }
    }

    public void Dispose() => provider.Dispose();

    private static MetricStreamConfiguration Shape(Instrument instrument)
    {
        var isDuration = instrument.Unit == "s"
            && instrument.GetType().Name.StartsWith("Histogram", StringComparison.Ordinal);
        return isDuration
            ? new ExplicitBucketHistogramConfiguration
            {
                Boundaries = Seconds,
                TagKeys = MetricLabels.Allowed,
                CardinalityLimit = SeriesPerMetricMax,
            }
            : new MetricStreamConfiguration { TagKeys = MetricLabels.Allowed, CardinalityLimit = SeriesPerMetricMax };
    }
}
