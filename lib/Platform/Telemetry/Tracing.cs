using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace NaraVard.Platform.Telemetry;

/// <summary>
/// Sends traces to a collector, when one is configured: gateway, services, database and events as one trace.
/// </summary>
internal sealed class Tracing : IDisposable
{
    private readonly TracerProvider? provider;

    public Tracing(TelemetryOptions options, string service)
    {
        if (options.OtlpEndpoint.Length == 0)
            return;
        provider = Sdk.CreateTracerProviderBuilder()
            .ConfigureResource(resource => resource.AddService(service, "naravard"))
            .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(options.TraceRatio)))
            .AddSource("NaraVard.*", "Microsoft.AspNetCore", "System.Net.Http", "MassTransit", "Npgsql", "Yarp.*")
            .AddOtlpExporter(otlp => otlp.Endpoint = new Uri(options.OtlpEndpoint))
            .Build();
    }

    public void Dispose() => provider?.Dispose();
}
