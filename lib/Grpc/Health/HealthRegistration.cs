using Grpc.AspNetCore.HealthChecks;
using Grpc.Health;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds <c>grpc.health.v1</c> to a host.</summary>
public static class HealthRegistration
{
    /// <summary>Adds the health service; the host's health checks feed it.</summary>
    public static IHealthChecksBuilder AddGrpcHealthChecks(this IServiceCollection services)
    {
        services.AddGrpc();
        services.TryAddSingleton<HealthStates>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHealthCheckPublisher, HealthStates>(
            s => s.GetRequiredService<HealthStates>()));
        return services.AddHealthChecks();
    }

    /// <summary>Adds the health service, and says which checks speak for which service.</summary>
    public static IHealthChecksBuilder AddGrpcHealthChecks(
        this IServiceCollection services, Action<GrpcHealthChecksOptions> configure)
    {
        services.Configure(configure);
        return services.AddGrpcHealthChecks();
    }
}
