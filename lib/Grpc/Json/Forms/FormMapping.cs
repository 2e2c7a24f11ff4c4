using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Gives RPCs endpoints in other forms.</summary>
public static class FormMapping
{
    /// <summary>
    /// Maps a POST address to a unary RPC that is mapped already, in a form of its own. Attributes of the RPC, such as
    /// <c>[Authorize]</c>, hold for it.
    /// </summary>
    /// <param name="endpoints">Where the RPC's service is mapped.</param>
    /// <param name="path">The address.</param>
    /// <param name="rpc">The RPC on the wire: <c>/package.Service/Method</c>.</param>
    /// <param name="form">How it is asked and answered.</param>
    public static IEndpointConventionBuilder MapRpcForm(
        this IEndpointRouteBuilder endpoints, string path, string rpc, RpcForm form)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var method = endpoints.ServiceProvider.GetRequiredService<RpcRegistry>().Methods
            .SingleOrDefault(one => one.FullName == rpc && one.Type == MethodType.Unary)
            ?? throw new ArgumentException($"{rpc} is not a unary RPC that is mapped before.", nameof(rpc));
        return endpoints.MapPost(path, new FormRoute(method, form).Serve)
            .WithMetadata([.. method.Metadata])
            .WithDisplayName($"Form - {path}");
    }
}
