using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace NaraVard.Platform.Telemetry;

/// <summary>
/// The endpoint for whoever runs the process; what users and partners call is never on it, nor it on theirs.
/// </summary>
public static class OperationsEndpoint
{
    /// <summary>Marks a Kestrel endpoint as the one for operations: HTTP/1.1, no users.</summary>
    public static void ForOperations(this ListenOptions listen)
    {
        ArgumentNullException.ThrowIfNull(listen);
        listen.Protocols = HttpProtocols.Http1;
        listen.Use(next => connection =>
        {
            connection.Features.Set(new Mark());
            return next(connection);
        });
    }

    /// <summary>
    /// Answers everything that comes in on the operations endpoint: <c>/metrics</c>, <c>/healthz/live</c> (the process
    /// runs) and <c>/healthz/ready</c> (503 only when a critical part is down; a degraded one is shown).
    /// </summary>
    public static IApplicationBuilder UseOperations(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var metering = app.ApplicationServices.GetRequiredService<Metering>();
        app.ApplicationServices.GetRequiredService<Tracing>();
        return app.Use((context, next) =>
            context.Features.Get<Mark>() is null ? next(context) : Answer(context, metering));
    }

    private static Task Answer(HttpContext context, Metering metering)
    {
        context.Response.Headers.CacheControl = "no-store";
        switch (context.Request.Path.Value)
        {
            case "/metrics":
                context.Response.ContentType = PrometheusText.ContentType;
                return context.Response.WriteAsync(metering.Text(), context.RequestAborted);
            case "/healthz/live":
                return context.Response.WriteAsync("live\n", context.RequestAborted);
            case "/healthz/ready":
                return Ready(context);
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
        }
    }

    private static async Task Ready(HttpContext context)
    {
        var health = context.RequestServices.GetRequiredService<HealthCheckService>();
        var report = await health.CheckHealthAsync(context.RequestAborted);
        if (report.Status == HealthStatus.Unhealthy)
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "application/json";
        using var body = new MemoryStream();
        await using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("status", Word(report.Status));
            json.WriteStartObject("parts");
            foreach (var (name, entry) in report.Entries)
                json.WriteString(name, Word(entry.Status));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        await context.Response.Body.WriteAsync(body.ToArray(), context.RequestAborted);
    }

    private static string Word(HealthStatus status) => status.ToString().ToLower(CultureInfo.InvariantCulture);

    private sealed class Mark;
}
