using Grpc.AspNetCore.Server;
using Grpc.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Gives gRPC services their endpoints.</summary>
public static class GrpcMapping
{
    /// <summary>
    /// Maps every RPC of a service: its gRPC endpoint and, where it carries <c>google.api.http</c>, its JSON
    /// endpoints. Attributes of the service and its methods, such as <c>[Authorize]</c>, hold for all of them.
    /// </summary>
    public static GrpcServiceEndpointConventionBuilder MapGrpcService<TService>(this IEndpointRouteBuilder builder)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.MapRpcs(new RpcBinder<TService>(ServiceBinding.For<TService>(builder)).Bind());
    }

    internal static GrpcServiceEndpointConventionBuilder MapRpcs(
        this IEndpointRouteBuilder builder, IReadOnlyList<RpcMethod> methods)
    {
        var registry = builder.ServiceProvider.GetService<RpcRegistry>()
            ?? throw new InvalidOperationException("Call services.AddGrpc() before mapping a gRPC service.");
        List<IEndpointConventionBuilder> endpoints = [];
        foreach (var rpc in methods)
        {
            registry.Add(rpc);
            endpoints.Add(MapRpc(builder, rpc));
            endpoints.AddRange(JsonEndpoints.Map(builder, rpc));
        }
        return new GrpcServiceEndpointConventionBuilder(endpoints);
    }

    private static IEndpointConventionBuilder MapRpc(IEndpointRouteBuilder builder, RpcMethod rpc) =>
        builder.Map(rpc.FullName, rpc.Serve)
            .WithMetadata([.. rpc.Metadata])
            .WithDisplayName($"gRPC - {rpc.FullName}");
}
