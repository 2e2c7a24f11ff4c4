using Grpc.AspNetCore.Server;
using Grpc.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds gRPC to a host.</summary>
public static class GrpcRegistration
{
    /// <summary>Adds what serving gRPC needs.</summary>
    public static IGrpcServerBuilder AddGrpc(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddRouting();
        services.AddOptions();
        services.AddLogging();
        services.TryAddSingleton<RpcRegistry>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupFilter, UnknownMethods>());
        services.TryAddSingleton<JsonCodec>();
        return new GrpcServerBuilder(services);
    }

    /// <summary>Adds what serving gRPC needs, with settings for all services.</summary>
    public static IGrpcServerBuilder AddGrpc(
        this IServiceCollection services, Action<GrpcServiceOptions> configureOptions)
    {
        services.Configure(configureOptions);
        return services.AddGrpc();
    }

    /// <summary>Settings for one service, on top of those for all.</summary>
    public static IGrpcServerBuilder AddServiceOptions<TService>(
        this IGrpcServerBuilder grpcBuilder, Action<GrpcServiceOptions<TService>> configure)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(grpcBuilder);
        grpcBuilder.Services.Configure(configure);
        return grpcBuilder;
    }

    private sealed record GrpcServerBuilder(IServiceCollection Services) : IGrpcServerBuilder;
}
