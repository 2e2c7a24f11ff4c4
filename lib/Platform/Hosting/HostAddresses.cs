using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace NaraVard.Platform.Hosting;

/// <summary>Where a started host listens; known only then when a port was 0.</summary>
public static class HostAddresses
{
    /// <summary>gRPC and JSON, HTTP/2 in clear text.</summary>
    public static Uri RpcAddress(this WebApplication app) => Address(app, 0);

    /// <summary>Metrics and health, HTTP/1.1.</summary>
    public static Uri OperationsAddress(this WebApplication app) => Address(app, 1);

    private static Uri Address(WebApplication app, int index)
    {
        ArgumentNullException.ThrowIfNull(app);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses;
        return addresses?.Skip(index).FirstOrDefault() is { } address
            ? new Uri(address)
            : throw new InvalidOperationException("The host has not started.");
    }
}
