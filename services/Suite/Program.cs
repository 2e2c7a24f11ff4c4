using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using NaraVard.Gateway;
using NaraVard.Handoff;
using NaraVard.Listing;
using NaraVard.Platform.Hosting;

namespace NaraVard.Suite;

/// <summary>
/// All services in one host and the gateway in another, in one process: how the suite runs on one machine. The
/// gateway's settings are under <c>Gateway</c>, but for sign-in; it finds the services by itself.
/// </summary>
internal static class Program
{
    private static readonly string[] Shared =
    [
        "Identity:Authority", "Identity:ValidIssuer", "Identity:Audience", "Identity:AllowHttp",
        "ConnectionStrings:gateway",
    ];

    internal static readonly IModule[] Modules = [new HandoffModule(), new ListingModule()];

    private static async Task Main(string[] args)
    {
        // Both are put together before either starts: a fault in the gateway's settings stops the services too.
        await using var services = ServiceHost.Build(args, Modules);
        await using var gateway = GatewayHost.Build(
            [.. GatewaySettings(services.Configuration)], services.Configuration.GetSection("Gateway"));
        await services.StartAsync();
        await gateway.StartAsync();
        await Task.WhenAll(gateway.WaitForShutdownAsync(), services.WaitForShutdownAsync());
    }

    private static IEnumerable<string> GatewaySettings(IConfiguration settings)
    {
        foreach (var key in Shared.Where(key => settings[key] is not null))
            yield return $"--{key}={settings[key]}";
        foreach (var (key, value) in settings.GetSection("Sessions").AsEnumerable().Where(one => one.Value is not null))
            yield return $"--{key}={value}";
        foreach (var module in Modules)
            yield return $"--Services:{module.Name}:Address={settings["Endpoints:Rpc"]}";
    }
}
