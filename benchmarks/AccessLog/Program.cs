using NaraVard.Benchmarks.AccessLog;
using NaraVard.Testing;

// The access log on a PostgreSQL that flushes to disk: what it costs a request, how fast it takes rows, how fast a
// million rows are verified, and that what somebody did to them is found.
var cluster = await PostgreSqlServer.Start("access-log", isDurable: true);
await using var identity = await TestIdentity.Start(TimeProvider.System);
await Cost.Measure(cluster, identity);
await Chain.Measure(cluster, identity);
