using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NaraVard.Platform.Telemetry;

namespace NaraVard.Platform.Tests.Telemetry;

public class HealthTests
{
    [Theory]
    [InlineData(HealthStatus.Healthy, HealthStatus.Healthy, HttpStatusCode.OK, "healthy")]
    [InlineData(HealthStatus.Healthy, HealthStatus.Degraded, HttpStatusCode.OK, "degraded")]
    [InlineData(HealthStatus.Unhealthy, HealthStatus.Healthy, HttpStatusCode.ServiceUnavailable, "unhealthy")]
    public async Task Ready_shows_every_part_and_fails_only_for_a_critical_one(
        HealthStatus database, HealthStatus broker, HttpStatusCode status, string word)
    {
        await using var host = await Start(database, broker);
        using var client = new HttpClient();

        using var ready = await client.GetAsync(new Uri(Address(host), "/healthz/ready"));
        using var live = await client.GetAsync(new Uri(Address(host), "/healthz/live"));

        Assert.Equal((status, HttpStatusCode.OK), (ready.StatusCode, live.StatusCode));
        var body = (await ready.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal(word, (string?)body["status"]);
        Assert.Equal(broker.ToString().ToLowerInvariant(), (string?)body["parts"]!["broker"]);
    }

    private static Uri Address(WebApplication host) => new(host.Urls.First());

    private static async Task<WebApplication> Start(HealthStatus database, HealthStatus broker)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.AddTelemetry("test");
        builder.Services.AddHealthChecks()
            .AddCheck("database", () => new(database)).AddCheck("broker", () => new(broker));
        builder.WebHost.ConfigureKestrel(
            kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.ForOperations()));
        var app = builder.Build();
        app.UseOperations();
        await app.StartAsync();
        return app;
    }
}
