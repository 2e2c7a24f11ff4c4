using Grpc.AspNetCore.Server;
using Grpc.Json.Binding;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Grpc.Json;

/// <summary>The JSON endpoints of RPCs that carry <c>google.api.http</c>.</summary>
internal static class JsonEndpoints
{
    /// <summary>Maps the JSON endpoints of one RPC; none for an RPC without the annotation.</summary>
    public static IReadOnlyList<IEndpointConventionBuilder> Map(IEndpointRouteBuilder endpoints, RpcMethod rpc)
    {
        if (rpc.Descriptor is not { } method || HttpRules.Of(method) is not { Count: > 0 } bindings)
            return [];
        var codec = endpoints.ServiceProvider.GetRequiredService<JsonCodec>();
        var options = endpoints.ServiceProvider.GetRequiredService<IOptions<JsonTranscodingOptions>>().Value;
        return HttpRules.Guard(method, () => bindings.Select(Map).ToArray());

        IEndpointConventionBuilder Map(HttpBinding binding)
        {
            codec.Claim(binding.Verb, binding.Path, method.FullName);
            var route = new JsonRoute(rpc, method, binding, codec, options);
            return endpoints.MapMethods(binding.Path.RoutePattern, [binding.Verb], route.Serve)
                .WithMetadata([.. rpc.Metadata])
                .WithDisplayName($"JSON - {binding.Verb} {binding.Path.Text}");
        }
    }
}
