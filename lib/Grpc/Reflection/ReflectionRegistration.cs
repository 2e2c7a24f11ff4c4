using Grpc.AspNetCore.Server;
using Grpc.Reflection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds server reflection to a host.</summary>
public static class ReflectionRegistration
{
    /// <summary>Adds the reflection service.</summary>
    public static IServiceCollection AddGrpcReflection(this IServiceCollection services)
    {
        services.AddGrpc();
        // The first tool that asks comes after all services are mapped.
        services.TryAddSingleton(s => new Lazy<SchemaIndex>(() => new(s.GetRequiredService<RpcRegistry>())));
        return services;
    }
}
