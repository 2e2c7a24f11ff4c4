using System.Globalization;
using System.Net;
using Google.Protobuf;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NaraVard.Benchmarks.Grpc;
using NaraVard.Benchmarks.Grpc.V1;

// Unary calls with 100 bytes over cleartext HTTP/2, driven by h2load: our server, and beside it, in the same run, a
// Kestrel handler that sends the frame back without looking at it. The machine is shared by server and driver.
const string Method = "/naravard.benchmarks.grpc.v1.Echo/Say";
var warmUp = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 130_000;
var requests = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 200_000;
const int Rounds = 7;

await using var ours = await Serve(b => b.Services.AddGrpc(), a => a.MapGrpcService<EchoService>());
await using var bare = await Serve(_ => { }, a => a.Run(BareEcho.Answer));
using var load = new Load(Method, new Saying { Payload = ByteString.CopyFrom(new byte[100]) });

await Check(ours);
await Check(bare);
await load.Run(Address(ours), warmUp);
await load.Run(Address(bare), warmUp);
List<double> oursPerSecond = [];
List<double> barePerSecond = [];
for (var round = 0; round < Rounds; round++)
{
    oursPerSecond.Add(await load.Run(Address(ours), requests));
    barePerSecond.Add(await load.Run(Address(bare), requests));
}
await Check(ours);
await Check(bare);

var figure = Middle(oursPerSecond);
var ratio = figure / Middle(barePerSecond);
await Console.Out.WriteLineAsync(string.Create(
    CultureInfo.InvariantCulture, $"grpc-unary: {figure:F0} requests/s ({ratio:F2} x bare Kestrel handler)"));

static async Task<WebApplication> Serve(Action<WebApplicationBuilder> add, Action<WebApplication> map)
{
    var builder = WebApplication.CreateSlimBuilder();
    builder.Logging.ClearProviders();
    builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l => l.Protocols = HttpProtocols.Http2));
    add(builder);
    var app = builder.Build();
    map(app);
    await app.StartAsync();
    return app;
}

static string Address(WebApplication app) => app.Urls.First();

static double Middle(List<double> figures) => figures.Order().ElementAt(figures.Count / 2);

// h2load counts HTTP 200, not grpc-status: a real client says whether the answers are right.
static async Task Check(WebApplication app)
{
    using var channel = GrpcChannel.ForAddress(Address(app));
    var sent = new Saying { Payload = ByteString.CopyFromUtf8("hej") };
    var reply = await new Echo.EchoClient(channel).SayAsync(sent);
    if (!reply.Equals(sent))
        throw new InvalidOperationException("The answer is wrong.");
}
