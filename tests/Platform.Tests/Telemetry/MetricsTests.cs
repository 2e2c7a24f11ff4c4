using System.Diagnostics;
using System.Diagnostics.Metrics;
using NaraVard.Platform.Tests.Sample;
using NaraVard.Testing;

namespace NaraVard.Platform.Tests.Telemetry;

public class MetricsTests(SampleFixture service) : IClassFixture<SampleFixture>
{
    [Fact]
    public async Task Are_clean_in_the_eyes_of_promtool()
    {
        await Use();

        var (exitCode, complaints) = await Promtool(await Scrape());

        Assert.Equal("", complaints);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task Count_and_time_each_RPC_by_outcome()
    {
        await Use();

        var text = await Scrape();

        Assert.Matches(
            """_seconds_count\{[^}]*code="OK",method="ReadItem",service="naravard.sample.v1.SampleService"\} [1-9]""",
            text);
        Assert.Matches(
            """naravard_rpc_duration_seconds_count\{[^}]*code="NotFound",method="ReadItem"[^}]*\} [1-9]""", text);
        Assert.Matches("""naravard_rpc_duration_seconds_bucket\{[^}]*le="\+Inf"\} [1-9]""", text);
        Assert.Contains("# TYPE naravard_rpc_running gauge", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Carry_no_label_that_could_name_a_person()
    {
        using var meter = new Meter("NaraVard.Forgetful");
        meter.CreateCounter<long>("naravard.forgetful").Add(
            1, new("person", "189001019802"), new("user", "eva"), new("service", "x"), new("kind", "18900101-9802"));
        await Use();

        var text = await Scrape();

        Assert.Contains("naravard_forgetful_total{kind=\"[id]\",service=\"x\"} 1", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("person|user=|eva|9802", text);
    }

    [Fact]
    public async Task Are_not_on_the_endpoint_that_partners_call_nor_is_the_API_on_theirs()
    {
        using var partner = await service.Json(TestUser.ErStaff()).GetAsync("/metrics");
        using var operations = new HttpClient();
        using var api = await operations.GetAsync(new Uri(service.Operations, "/sample/v1/item-count"));

        Assert.Equal(System.Net.HttpStatusCode.NotFound, partner.StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, api.StatusCode);
    }

    private async Task Use()
    {
        var (id, _) = await service.Item();
        var client = service.Json(TestUser.ErStaff());
        using var found = await client.GetAsync($"/sample/v1/items/{id}");
        using var none = await client.GetAsync("/sample/v1/items/none");
    }

    private async Task<string> Scrape()
    {
        using var client = new HttpClient();
        return await client.GetStringAsync(new Uri(service.Operations, "/metrics"));
    }

    private static async Task<(int ExitCode, string Complaints)> Promtool(string text)
    {
        using var promtool = Process.Start(new ProcessStartInfo("promtool", "check metrics")
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        await promtool.StandardInput.WriteAsync(text);
        promtool.StandardInput.Close();
        var complaints = await promtool.StandardOutput.ReadToEndAsync() + await promtool.StandardError.ReadToEndAsync();
        await promtool.WaitForExitAsync();
        return (promtool.ExitCode, complaints.Trim());
    }
}
