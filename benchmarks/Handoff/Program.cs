using System.Globalization;
using NaraVard.Benchmarks.Deployment;
using NaraVard.Benchmarks.Handoff;
using NaraVard.Benchmarks.Measuring;
using NaraVard.Testing;

// ./nara bench Handoff [--seconds 60]: 50 desks of Värmland watch their live lists through the gateway while 200
// handoffs a second are written for a minute. Service, gateway, RabbitMQ, PostgreSQL (which flushes to disk), the desks
// and the ER share the two cores.
const int Desks = 50;
const int PerSecond = 200;
var seconds = args is ["--seconds", var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 60;

var broker = RabbitMqNode.Start();
await using var identity = await TestIdentity.Start(TimeProvider.System);
await using var database = await Database.CreateEmpty(await PostgreSqlServer.Start("handoff", isDurable: true));
await using var node = await broker;
Uri rpc = ServerProcess.FreeAddress(), http = ServerProcess.FreeAddress();
await using var service = await Deployables.Handoff(identity, rpc, database, node.Settings("/"));
await using var gateway = await Deployables.Gateway(identity, http, rpc);

using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
using var stop = new CancellationTokenSource();
var watchers = Enumerable.Range(0, Desks).Select(place => (County.Kommuner[place % County.Kommuner.Length], place))
    .Select(desk => new Watcher(client, desk.Item1, County.Desk(identity, desk.Item1, desk.place))).ToList();
var watching = watchers.Select(watcher => watcher.Watch(http, stop.Token)).ToList();
foreach (var (watcher, watch) in watchers.Zip(watching))
    await await Task.WhenAny(watcher.Ready, watch);

var tokens = County.Kommuner.ToDictionary(kommun => kommun, kommun => County.Desk(identity, kommun, Desks));
var writer = new Writer(client, http, County.Er(identity), kommun => tokens[kommun]);
// Services compile what is hot while they run: first few, then as many as are measured.
await writer.Write(PerSecond / 10, TimeSpan.FromSeconds(5), isCounted: false);
await writer.Write(PerSecond, TimeSpan.FromSeconds(20), isCounted: false);
var (serviceBefore, gatewayBefore) = (await Held.Of(service), await Held.Of(gateway));
var (serviceUse, gatewayUse) = (ProcessUse.Of(service.Id), ProcessUse.Of(gateway.Id));
await writer.Write(PerSecond, TimeSpan.FromSeconds(seconds), isCounted: true);
var serviceCpu = ProcessUse.Of(service.Id).CpuSince(serviceUse);
var gatewayCpu = ProcessUse.Of(gateway.Id).CpuSince(gatewayUse);
var (serviceAfter, gatewayAfter) = (await Held.Of(service), await Held.Of(gateway));

await Settle();
await stop.CancelAsync();
await Task.WhenAll(watching);
var ledger = new Ledger(writer.Written, watchers);

await Report.Line(
    "handoff-watch-p99", ledger.FromStart.P99, "ms",
    $"from the start of the POST; p50 {ledger.FromStart.P50:F1}, largest {ledger.FromStart.Max:F0}");
await Report.Line(
    "handoff-watch-p99, from the answer", ledger.FromAnswer.P99, "ms", $"p50 {ledger.FromAnswer.P50:F1}");
await Report.Line(
    "handoff-told", ledger.Told, "changes",
    $"of {writer.Written.Count} written, to {Desks} desks; {ledger.Overtaken} first versions overtaken by the second");
await Report.Line("handoff-lost", ledger.Lost, "changes");
await Report.Line("handoff-doubled", ledger.Doubled, "changes");
await Report.Line("handoff-cpu", serviceCpu / seconds, "cores of the service", $"gateway {gatewayCpu / seconds:F2}");
await Memory("service", serviceBefore, serviceAfter);
await Memory("gateway", gatewayBefore, gatewayAfter);
return ledger is { Lost: 0, Doubled: 0, Strange: 0 } ? 0 : 1;

Task Memory(string name, Held before, Held after)
{
    var sets = $"working set {before.WorkingSetMegabytes:F0} then {after.WorkingSetMegabytes:F0} MB";
    return Report.Line(
        $"handoff-memory, {name}", after.HeapMegabytes, "MB after a collection",
        string.Create(CultureInfo.InvariantCulture, $"{before.HeapMegabytes:F0} at the start of the minute; {sets}"));
}

// What is on its way still comes: until the desks have heard nothing new for two seconds.
async Task Settle()
{
    using var timer = new PeriodicTimer(TimeSpan.FromSeconds(2));
    for (var told = -1; told != watchers.Sum(watcher => watcher.Count);)
    {
        told = watchers.Sum(watcher => watcher.Count);
        await timer.WaitForNextTickAsync();
    }
}
