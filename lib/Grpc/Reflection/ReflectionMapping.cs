using Grpc.Reflection;
using Microsoft.AspNetCore.Routing;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Gives server reflection its endpoints.</summary>
public static class ReflectionMapping
{
    /// <summary>Maps the reflection service, version 1 and its forerunner v1alpha.</summary>
    public static IEndpointConventionBuilder MapGrpcReflectionService(this IEndpointRouteBuilder builder)
    {
        var alpha = builder.MapGrpcService<ReflectionAlphaService>();
        var current = builder.MapGrpcService<ReflectionService>();
        return new GrpcServiceEndpointConventionBuilder([alpha, current]);
    }
}
