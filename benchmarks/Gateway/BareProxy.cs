using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;

namespace NaraVard.Benchmarks.Gateway;

/// <summary>What it is compared with: YARP with one route, and nothing around it.</summary>
internal static class BareProxy
{
    public static Task Run(Uri listen, Uri behind, Version version)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, listen.Port));
        builder.Services.AddReverseProxy().LoadFromMemory(
            [new RouteConfig { RouteId = "all", ClusterId = "all", Match = new() { Path = "{**all}" } }],
            [
                new ClusterConfig
                {
                    ClusterId = "all",
                    Destinations = new Dictionary<string, DestinationConfig>
                    {
                        ["one"] = new() { Address = behind.AbsoluteUri },
                    },
                    HttpRequest = new ForwarderRequestConfig
                    {
                        Version = version, VersionPolicy = HttpVersionPolicy.RequestVersionExact,
                    },
                },
            ]);
        var app = builder.Build();
        app.MapReverseProxy();
        return app.RunAsync();
    }
}
