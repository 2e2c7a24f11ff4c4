using System.Diagnostics;
using System.Net;
using NaraVard.Benchmarks.Measuring;

namespace NaraVard.Benchmarks.Start;

/// <summary>One start of the suite: until a request through the gateway succeeds, then the demo's story.</summary>
internal sealed record SuiteRun(double ReadySeconds, double ReadyMegabytes, double StoryMegabytes)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<SuiteRun> Of(Variant variant, string built, Machine machine, HttpClient client)
    {
        var (gateway, operations, gatewayOperations) = (Machine.Free(), Machine.Free(), Machine.Free());
        var settings = machine.Settings();
        settings["Endpoints:Rpc"] = Text(Machine.Free());
        settings["Endpoints:Operations"] = Text(operations);
        settings["Gateway:Endpoints:Http"] = Text(gateway);
        settings["Gateway:Endpoints:Grpc"] = Text(Machine.Free());
        settings["Gateway:Endpoints:Operations"] = Text(gatewayOperations);
        var environment = settings.ToDictionary(
            setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value);
        foreach (var (name, value) in variant.Runtime)
            environment[name] = value;
        var token = await machine.Token(client);

        var clock = Stopwatch.StartNew();
        await using var suite = await ChildProcess.Start(
            Path.Combine(built, "NaraVard.Suite"),
            ["--contentRoot", Path.Combine(Machine.Repository, "services/Suite")], environment);
        await Until(clock, client, new Uri(operations, "/healthz/ready"));
        await Until(clock, client, new Uri(gatewayOperations, "/healthz/ready"));
        await Until(clock, client, new Uri(gateway, "/handoff/v1/desks"), token);
        var ready = clock.Elapsed.TotalSeconds;
        var readyMegabytes = Megabytes(suite);
        await ChildProcess.Run(
            "node", Path.Combine(Machine.Repository, "eng/demo/story.js"), Text(gateway), machine.Issuer);
        return new SuiteRun(ready, readyMegabytes, Megabytes(suite));
    }

    private static async Task Until(Stopwatch clock, HttpClient client, Uri address, string? token = null)
    {
        while (!await Answers(client, address, token))
        {
            if (clock.Elapsed > Patience)
                throw new TimeoutException($"{address} does not answer.");
            await Task.Delay(Look);
        }
    }

    private static async Task<bool> Answers(HttpClient client, Uri address, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        try
        {
            using var answer = await client.SendAsync(request);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static double Megabytes(ChildProcess suite) => suite.Use.ResidentBytes / 1e6;

    private static string Text(Uri uri) => uri.GetLeftPart(UriPartial.Authority);
}
