using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Grpc.AspNetCore.Server;

/// <summary>What every RPC of one service shares: its settings and the host it runs in.</summary>
internal sealed class ServiceBinding(
    Type service, GrpcServiceOptions options, IServiceProvider root, CancellationToken stopping, ILogger log)
{
    public Type Service => service;

    public GrpcServiceOptions Options => options;

    /// <summary>The services of the host, not of a request.</summary>
    public IServiceProvider Root => root;

    /// <summary>Cancelled when the host starts to stop.</summary>
    public CancellationToken Stopping => stopping;

    public ILogger Log => log;

    /// <summary>Takes the settings for all services and puts those for this one on top.</summary>
    public static ServiceBinding For<TService>(IEndpointRouteBuilder endpoints)
        where TService : class
    {
        var root = endpoints.ServiceProvider;
        var options = new GrpcServiceOptions<TService>();
        options.CopyFrom(root.GetRequiredService<IOptions<GrpcServiceOptions>>().Value);
        foreach (var configure in root.GetServices<IConfigureOptions<GrpcServiceOptions<TService>>>())
            configure.Configure(options);

        return new ServiceBinding(
            typeof(TService),
            options,
            root,
            root.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None,
            root.GetRequiredService<ILoggerFactory>().CreateLogger("Grpc.AspNetCore.Server"));
    }
}
