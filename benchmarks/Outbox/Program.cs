using System.Globalization;
using NaraVard.Benchmarks.Measuring;
using NaraVard.Benchmarks.Outbox;
using NaraVard.Testing;

// A writer's transaction, dispatcher, RabbitMQ, and inbox with effect in one transaction: how many events a second when
// all of that runs at once, and how long one takes. Beside it, in the same run on the same broker, MassTransit and the
// broker's client alone, with no database. PostgreSQL flushes to disk; messages are persistent and confirmed. Writers
// stop for as long as 2000 events are on their way, so that nothing is counted that only grew a queue. Once with a
// commit for each event, and once with 100 events in a commit, as an import writes them.
const int Writers = 64;
const int OnTheirWayMax = 2000;
const int ImportWriters = 4;
const int ImportSize = 100;
const int PerSecond = 500;
var seconds = TimeSpan.FromSeconds(args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 20);
var warmUp = TimeSpan.FromSeconds(12);
var most = (int)((seconds + warmUp).TotalSeconds * 40_000);

var server = await PostgreSqlServer.Start("outbox", isDurable: true);
await using var node = await RabbitMqNode.Start();

double masstransit;
using (var run = new Run(most, OnTheirWayMax))
{
    await using var bare = await BareMassTransit.Start(node, run);
    masstransit = await run.Sustain(Writers, warmUp, seconds, bare.Write);
}

using (var run = new Run(most, OnTheirWayMax))
{
    await using var bare = await BareClient.Start(node, run);
    await Tell("outbox-bare-client", await run.Sustain(Writers, warmUp, seconds, bare.Write));
}

await Tell("outbox-bare-masstransit", masstransit);
using var sustained = new Run(most, OnTheirWayMax);
await using var journey = await Journey.Start(server, node, sustained);
await Tell("outbox-sustained", await sustained.Sustain(Writers, warmUp, seconds, journey.Write));
await journey.Check();
using var imported = journey.Run = new Run(most, OnTheirWayMax);
await Tell(
    "outbox-sustained-import",
    await imported.Sustain(ImportWriters, ImportSize, warmUp, seconds, journey.Write));
await journey.Check();

using var paced = journey.Run = new Run(most, OnTheirWayMax);
await paced.Pace(PerSecond, warmUp + seconds, journey.Write);
await journey.Check();
var delays = new Percentiles(paced.Delays((int)(warmUp.TotalSeconds * PerSecond)));
await Report.Line("outbox-delay-p50", delays.P50, "ms", "writer's commit to consumer's commit, at 500 events/s");
await Report.Line("outbox-delay-p99", delays.P99, "ms", "to be under 50");

Task Tell(string name, double perSecond) =>
    Report.Line(name, perSecond, "events/s", Report.Ratio(perSecond, masstransit, "bare MassTransit"));
