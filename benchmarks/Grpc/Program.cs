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
await ClientLoad.Run(ours.Address, duration);

var comparison = new Comparison(servers, Shape.All);
List<double> client = [];
for (var round = 0; round < rounds; round++)
{
    await comparison.Round(duration);
    client.Add(await ClientLoad.Run(ours.Address, duration));
}
foreach (var server in servers)
    await server.Check();

await comparison.Print();
await Report.Line("grpc-client-echo", Percentiles.Median(client), "requests/s",
    Report.Ratio(Percentiles.Median(client), comparison.Of(ours, Shape.All[0]).PerSecond, "h2load"));
