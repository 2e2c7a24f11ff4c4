using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using NaraVard.Gateway;
using NaraVard.Handoff;
using NaraVard.Platform.Hosting;

namespace NaraVard.Suite;

/// <summary>
/// All services in one host and the gateway in another, in one process: how the suite runs on one machine. The
/// gateway's settings are under <c>Gateway</c>; it finds the services by itself.
/// </summary>
internal static class Program
{
    private static readonly string[] Shared =
        ["Identity:Authority", "Identity:ValidIssuer", "Identity:Audience", "Identity:AllowHttp"];

    private static readonly IModule[] Modules = [new HandoffModule()];

    private static async Task Main(string[] args)
    {
        await using var services = ServiceHost.Build(args, Modules);
        await services.StartAsync();
        await using var gateway = GatewayHost.Build(
            [.. GatewaySettings(services)], services.Configuration.GetSection("Gateway"));
        await gateway.StartAsync();
        await services.WaitForShutdownAsync();
        await gateway.StopAsync();
    }

    private static IEnumerable<string> GatewaySettings(WebApplication services)
    {
        foreach (var key in Shared)
            yield return $"--{key}={services.Configuration[key]}";
        foreach (var module in Modules)
            yield return $"--Services:{module.Name}:Address={services.RpcAddress().ToString().TrimEnd('/')}";
    }
}
