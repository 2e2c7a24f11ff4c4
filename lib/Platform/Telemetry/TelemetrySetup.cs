using System.Diagnostics;
using Microsoft.Extensions.Configuration.Memory;
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
    // What we say ourselves, and what the frameworks' failures say: a request leaves at most our own lines. It lies
    // beneath all other settings, so that Logging:LogLevel changes it as usual.
    private static readonly Dictionary<string, string?> LogLevels = new()
    {
        ["Logging:LogLevel:Grpc"] = nameof(LogLevel.Warning),
        ["Logging:LogLevel:MassTransit"] = nameof(LogLevel.Warning),
        ["Logging:LogLevel:Microsoft"] = nameof(LogLevel.Warning),
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = nameof(LogLevel.Information),
        ["Logging:LogLevel:Npgsql"] = nameof(LogLevel.Warning),
        ["Logging:LogLevel:System.Net.Http"] = nameof(LogLevel.Warning),
    };

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
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = LogLevels });
        builder.Logging.Configure(logging => logging.ActivityTrackingOptions = ActivityTrackingOptions.None);
        builder.Services.AddSingleton(_ => new Metering(options));
        builder.Services.AddSingleton(_ => new Tracing(options, service));
        builder.Services.AddHealthChecks();
        Activity.DefaultIdFormat = ActivityIdFormat.W3C;
    }
}
