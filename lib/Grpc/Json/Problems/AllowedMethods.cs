using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace Grpc.Json;

/// <summary>
/// Tells "not there" from "not with this method". The framework does so itself, but not beside an endpoint that takes
/// every path, as the one for unknown gRPC methods does.
/// </summary>
internal sealed class AllowedMethods(IServiceProvider services)
{
    private readonly Lazy<IReadOnlyList<(TemplateMatcher Path, IReadOnlyList<string> Methods)>> endpoints =
        new(() => services
        .GetServices<EndpointDataSource>()
        .SelectMany(source => source.Endpoints)
        .OfType<RouteEndpoint>()
        .Select(endpoint => (Path: Matcher(endpoint), Methods: Methods(endpoint)))
        .Where(endpoint => endpoint.Methods.Count > 0)
        .ToArray());

    /// <summary>Turns a 404 into a 405 with Allow where the path exists.</summary>
    public void Tell(HttpContext context)
    {
        var values = new RouteValueDictionary();
        var methods = endpoints.Value
            .Where(endpoint => endpoint.Path.TryMatch(context.Request.Path, values))
            .SelectMany(endpoint => endpoint.Methods)
            .Distinct()
            .Order()
            .ToArray();
        if (methods.Length == 0 || methods.Contains(context.Request.Method))
            return;
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = string.Join(", ", methods);
    }

    private static TemplateMatcher Matcher(RouteEndpoint endpoint) => new(new(endpoint.RoutePattern), []);

    private static IReadOnlyList<string> Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
}
