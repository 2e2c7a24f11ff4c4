using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace NaraVard.Benchmarks.Grpc.Servers;

/// <summary>What the process of a server does: it prints its address and serves until it is ended.</summary>
internal static class Serving
{
    public const string AllocatedPath = "/allocated";

    public static Task Run(string kind)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l => l.Protocols = HttpProtocols.Http2));
        if (kind == "ours")
            builder.Services.AddGrpc();
        return Serve(builder.Build(), kind);
    }

    public static Task Allocated(HttpContext http) => http.Response.WriteAsync(
        GC.GetTotalAllocatedBytes(precise: true).ToString(CultureInfo.InvariantCulture));

    private static async Task Serve(WebApplication app, string kind)
    {
        switch (kind)
        {
            case "ours":
                app.MapGrpcService<EchoService>();
                app.MapGrpcService<HandoffService>();
                app.Map(AllocatedPath, Allocated);
                break;
            case "protobuf":
                ProtobufServer.Map(app);
                break;
            default:
                BareServer.Map(app);
                break;
        }
        await app.StartAsync();
        await Console.Out.WriteLineAsync(app.Urls.First());
        await ((IHost)app).WaitForShutdownAsync();
    }
}
