using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using NaraVard.Platform.Telemetry;

namespace NaraVard.Platform.Tests.Telemetry;

public class TracingTests
{
    [Fact]
    public async Task Sends_spans_to_the_collector_that_is_configured()
    {
        var received = new TaskCompletionSource<string>();
        await using var collector = await Collector(received);
        using var source = new ActivitySource("NaraVard.Tracing.Tests");

        using (new Tracing(new TelemetryOptions { OtlpEndpoint = collector.Urls.First() }, "sample"))
            source.StartActivity("something")?.Dispose();

        Assert.Equal(
            "/opentelemetry.proto.collector.trace.v1.TraceService/Export",
            await received.Task.WaitAsync(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void Makes_no_spans_when_no_collector_is_configured()
    {
        using var source = new ActivitySource("NaraVard.Tracing.Off");

        using (new Tracing(new TelemetryOptions(), "sample"))
            Assert.Null(source.StartActivity("something"));
    }

    private static async Task<WebApplication> Collector(TaskCompletionSource<string> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(
            IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        var app = builder.Build();
        app.Run(context =>
        {
            received.TrySetResult(context.Request.Path);
            context.Response.ContentType = "application/grpc";
            context.Response.Headers["grpc-status"] = "0";
            return Task.CompletedTask;
        });
        await app.StartAsync();
        return app;
    }
}
