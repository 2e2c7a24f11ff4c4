using Grpc.AspNetCore.Server;
using Grpc.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
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
        if (!registry.HasFallback)
            MapUnknown(builder);
        registry.HasFallback = true;
        return new GrpcServiceEndpointConventionBuilder(endpoints);
    }

    private static IEndpointConventionBuilder MapRpc(IEndpointRouteBuilder builder, RpcMethod rpc) =>
        builder.Map(rpc.FullName, rpc.Serve)
            .WithMetadata([.. rpc.Metadata])
            .WithDisplayName($"gRPC - {rpc.FullName}");

    // Whatever path a gRPC client asks for, it gets a gRPC answer.
    private static void MapUnknown(IEndpointRouteBuilder builder)
    {
        var pattern = RoutePatternFactory.Parse(
            "{**path}", defaults: null, parameterPolicies: new { path = new OnlyGrpc() });
        builder.Map(pattern, RefuseUnknown).WithOrder(int.MaxValue).WithDisplayName("gRPC - unknown");
    }

    private static Task RefuseUnknown(HttpContext http)
    {
        if (Handshake.Accept(http))
            Handshake.RefuseUnknown(http);
        return Task.CompletedTask;
    }

    private sealed class OnlyGrpc : IRouteConstraint
    {
        public bool Match(
            HttpContext? httpContext,
            IRouter? route,
            string routeKey,
            RouteValueDictionary values,
            RouteDirection routeDirection) =>
            httpContext is not null
            && HttpMethods.IsPost(httpContext.Request.Method)
            && Handshake.IsGrpc(httpContext.Request.ContentType);
    }
}

/// <summary>Adds conventions to all endpoints of a service at once.</summary>
public sealed class GrpcServiceEndpointConventionBuilder : IEndpointConventionBuilder
{
    private readonly List<IEndpointConventionBuilder> endpoints;

    internal GrpcServiceEndpointConventionBuilder(List<IEndpointConventionBuilder> endpoints) =>
        this.endpoints = endpoints;

    /// <inheritdoc/>
    public void Add(Action<EndpointBuilder> convention) => endpoints.ForEach(e => e.Add(convention));

    /// <inheritdoc/>
    public void Finally(Action<EndpointBuilder> finallyConvention) => endpoints.ForEach(e => e.Finally(finallyConvention));
}
