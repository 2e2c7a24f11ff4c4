using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using NaraVard.Platform.Options;

namespace NaraVard.Platform.Telemetry;

/// <summary>Logs, metrics, traces and health, alike in services and in the gateway.</summary>
public static class TelemetrySetup
{
    /// <summary>Adds masked JSON logs, metrics, traces and health checks; <c>UseOperations</c> serves them.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="service">The process' name in traces.</param>
    public static void AddTelemetry(this IHostApplicationBuilder builder, string service)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = builder.AddChecked<TelemetryOptions>("Telemetry");
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(console => console.FormatterName = JsonLineFormatter.FormatterName);
        builder.Logging.AddConsoleFormatter<JsonLineFormatter, ConsoleFormatterOptions>();
        // What Platform or the framework's own failures say; one line per refused request is enough.
        builder.Logging.AddFilter("Grpc", LogLevel.Warning).AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("System.Net.Http", LogLevel.Warning)
            .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        builder.Logging.Configure(logging => logging.ActivityTrackingOptions = ActivityTrackingOptions.None);
        builder.Services.AddSingleton(_ => new Metering(options));
        builder.Services.AddSingleton(_ => new Tracing(options, service));
        builder.Services.AddHealthChecks();
        Activity.DefaultIdFormat = ActivityIdFormat.W3C;
    }
}
