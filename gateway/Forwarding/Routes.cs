using System.Net;
using NaraVard.Gateway.Options;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;

namespace NaraVard.Gateway.Forwarding;

/// <summary>
/// Three routes a service, over HTTP/2 to one address: gRPC, JSON, and what it says about itself to everybody.
/// </summary>
internal static class Routes
{
    public static IReadOnlyList<RouteConfig> Of(ServicesOptions services) =>
        [.. services.SelectMany(service => new[]
        {
            Rpc(service.Key), Json(service.Key, service.Value), AboutItself(service.Key, service.Value),
        })];

    public static IReadOnlyList<ClusterConfig> Clusters(ServicesOptions services, LimitsOptions limits) =>
        [.. services.Select(service => Cluster(service.Key, service.Value, limits))];

    // Deadlines of RPCs are the client's (grpc-timeout) and the service's; here a call ends when nothing moves.
    private static RouteConfig Rpc(string name) => new()
    {
        RouteId = $"{name}-rpc",
        ClusterId = name,
        Match = new() { Path = $"/naravard.{name}.{{contract}}/{{method}}", Methods = ["POST"] },
        AuthorizationPolicy = "default",
    };

    private static RouteConfig Json(string name, ServiceOptions service) => new()
    {
        RouteId = $"{name}-json",
        ClusterId = name,
        Match = new() { Path = $"/{name}/v{{version:int}}/{{**resource}}" },
        AuthorizationPolicy = "default",
        Timeout = TimeSpan.FromSeconds(service.TimeoutSeconds),
    };

    private static RouteConfig AboutItself(string name, ServiceOptions service) => Json(name, service) with
    {
        RouteId = $"{name}-about",
        Match = new()
        {
            Path = $"/{name}/v{{version:int}}/{{document:regex(^(api-info|openapi\\.json|openapi\\.yaml)$)}}",
            Methods = ["GET"],
        },
        AuthorizationPolicy = "anonymous",
    };

    private static ClusterConfig Cluster(string name, ServiceOptions service, LimitsOptions limits) => new()
    {
        ClusterId = name,
        Destinations = new Dictionary<string, DestinationConfig> { [name] = new() { Address = service.Address } },
        HttpRequest = new ForwarderRequestConfig
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            ActivityTimeout = TimeSpan.FromSeconds(limits.StreamIdleSeconds),
            AllowResponseBuffering = false,
        },
        HttpClient = new() { EnableMultipleHttp2Connections = true },
    };
}
