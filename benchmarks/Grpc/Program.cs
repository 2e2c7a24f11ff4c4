using System.Globalization;
using NaraVard.Benchmarks.Grpc;
using NaraVard.Benchmarks.Grpc.Servers;
using NaraVard.Benchmarks.Measuring;

// Calls over cleartext HTTP/2, driven by h2load: our server, a C++ server and a bare Kestrel handler in turn, several
// rounds in one run. The machine is shared by server and driver.
if (args is ["serve", var kind])
{
    await Serving.Run(kind);
    return;
}
var duration = TimeSpan.FromSeconds(args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 2);
var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
const int WarmUp = 130_000;

await using var ours = await Server.Managed("ours", "ours");
await using var cpp = await Server.Cpp("the C++ server");
await using var bare = await Server.Managed("the bare handler", "bare");
await using var protobuf = await Server.Managed("a bare handler with protobuf", "protobuf");
Server[] servers = [ours, cpp, bare, protobuf];
foreach (var server in servers)
{
    await server.Check();
    foreach (var shape in Shape.All)
        await shape.Load(server.Address).Run(WarmUp / shape.PerCall);
}
await ClientLoad.Ours(ours.Address, duration);
await ClientLoad.Http(ours.Address, duration);

var comparison = new Comparison(servers, Shape.All);
List<double> client = [];
List<double> http = [];
for (var round = 0; round < rounds; round++)
{
    await comparison.Round(duration);
    client.Add(await ClientLoad.Ours(ours.Address, duration));
    http.Add(await ClientLoad.Http(ours.Address, duration));
}
foreach (var server in servers)
    await server.Check();

await comparison.Print();
var perSecond = Percentiles.Median(client);
await Report.Line("grpc-client", perSecond, "requests/s",
    Report.Ratio(perSecond, comparison.Of(ours, Shape.All[0]).PerSecond, "h2load on the same server, ")
    + Report.Ratio(perSecond, Percentiles.Median(http), "the HTTP client that it stands on"));
foreach (var server in servers)
    await Report.Line($"grpc-memory, {server.Name}", server.Use.ResidentBytes / 1e6, "MB");
