using System.Globalization;
using System.Net;
using System.Text;
using NaraVard.Benchmarks.Deployment;
using NaraVard.Benchmarks.Gateway;
using NaraVard.Benchmarks.Measuring;
using NaraVard.Testing;

// A small JSON read through the gateway as it runs in production (tokens checked, limits, telemetry, logs), beside
// Debian's nginx and a bare YARP with one route in front of the same service; h2load, kept connections, on the same
// two cores.
switch (args)
{
    case ["service", var http1, var http2]:
        await TinyService.Run(new(http1), new(http2));
        return;
    case ["bare", var listen, var behind, var version]:
        await BareProxy.Run(new(listen), new(behind), Version.Parse(version));
        return;
}

var requests = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 60_000;
const int Rounds = 5;
const int Pace = 2_000;

await using var identity = await TestIdentity.Start(TimeProvider.System);
var token = County.Desk(identity, "1780", 0);
var folder = Directory.CreateTempSubdirectory("gateway-benchmark-");
Uri service1 = ServerProcess.FreeAddress(), service2 = ServerProcess.FreeAddress();
Uri nginxAt = ServerProcess.FreeAddress(), oursAt = ServerProcess.FreeAddress();
Uri bareAt = ServerProcess.FreeAddress(), bare1At = ServerProcess.FreeAddress();
await using var service = await ChildProcess.Self("service", service1.AbsoluteUri, service2.AbsoluteUri);
await using var nginxRuns = await Nginx.Start(nginxAt, service1, folder.FullName);
await using var bareRuns = await ChildProcess.Self("bare", bareAt.AbsoluteUri, service2.AbsoluteUri, "2.0");
await using var bare1Runs = await ChildProcess.Self("bare", bare1At.AbsoluteUri, service1.AbsoluteUri, "1.1");
await using var oursRuns = await Deployables.Gateway(identity, oursAt, service2);

var any = Guid.CreateVersion7();
var direct = new Front("nothing in between", service1, token, any);
var nginx = new Front("nginx", nginxAt, token, any);
var bare = new Front("a bare YARP", bareAt, token, any, bareRuns.Id);
var bare1 = new Front("a bare YARP over HTTP/1.1", bare1At, token, any, bare1Runs.Id);
var ours = new Front("ours", oursAt, token, any, oursRuns.Id);
Front[] all = [direct, nginx, bare, bare1, ours];
foreach (var address in (Uri[])[service1, nginxAt, bareAt, bare1At, oursAt])
    await Answers(address);
foreach (var front in all)
    await front.WarmUp(2 * requests);
for (var round = 0; round < Rounds; round++)
    foreach (var front in all)
        await front.Saturate(requests);
await Report.Line(
    "gateway-pass-through", ours.PerSecond, "requests/s",
    $"{Report.Ratio(ours.PerSecond, bare.PerSecond, "a bare YARP")}, "
    + Report.Ratio(ours.PerSecond, nginx.PerSecond, "nginx"));
foreach (var front in all[..^1])
    await Report.Line($"gateway-pass-through, {front.Name}", front.PerSecond, "requests/s");
foreach (var front in (Front[])[bare, bare1, ours])
    await Report.Line($"gateway-cpu, {front.Name}", front.CpuMicroseconds, "us/request");
for (var round = 0; round < 3; round++)
    foreach (var front in all)
        await front.Pace(Pace, TimeSpan.FromSeconds(3));

foreach (var front in all[1..])
    await Report.Line(
        $"gateway-added-p50, {front.Name}", front.P50 - direct.P50, "ms",
        $"at {Pace} requests/s; p99 {front.P99:F2} ms in all");

var real = await RealRead();
await Report.Line("gateway-handoff-read", real, "requests/s", "the service, its database and its access log behind");

// The handoff of a person, read by the desk: through the gateway from the service.
async Task<double> RealRead()
{
    await using var database = await Database.CreateEmpty(await PostgreSqlServer.Start("gateway", isDurable: true));
    Uri rpc = ServerProcess.FreeAddress(), http = ServerProcess.FreeAddress();
    await using var handoff = await Deployables.Handoff(identity, rpc, database);
    await using var gateway = await Deployables.Gateway(identity, http, rpc);
    using var client = new HttpClient();
    client.DefaultRequestHeaders.Authorization = new("Bearer", County.Er(identity));
    var id = Guid.CreateVersion7();
    using var body = new StringContent(
        County.Request(id, County.Numbers()[0], "1780", TimeProvider.System.GetUtcNow()), Encoding.UTF8,
        "application/json");
    using var sent = await client.PostAsync(new Uri(http, "/handoff/v1/handoffs"), body);
    sent.EnsureSuccessStatusCode();
    var read = new Front("the real read", http, County.Desk(identity, "1780", 1), id);
    await read.WarmUp(requests / 5);
    for (var round = 0; round < 3; round++)
        await read.Saturate(requests / 5);
    return read.PerSecond;
}

async Task Answers(Uri address)
{
    using var client = new HttpClient { DefaultRequestVersion = HttpVersion.Version11 };
    client.DefaultRequestHeaders.Authorization = new("Bearer", token);
    await Soon.Holds($"{address} answers", async () =>
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(address, "/handoff/v1/handoffs/1"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    });
}
