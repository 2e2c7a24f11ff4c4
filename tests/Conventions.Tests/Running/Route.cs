using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Json.Binding;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NaraVard.Api.V1;
using NaraVard.Platform.Access;

namespace NaraVard.Conventions.Tests.Running;

/// <summary>An RPC that needs a signed-in caller, and its address as JSON.</summary>
internal sealed record Route(MethodDescriptor Rpc, HttpBinding Http, RouteEndpoint Endpoint)
{
    /// <summary><c>HandoffService/GetHandoff</c>, as rows name it.</summary>
    public string Name => $"{Rpc.Service.Name}/{Rpc.Name}";

    /// <summary>The path of its gRPC form.</summary>
    public string RpcPath => $"/{Rpc.Service.FullName}/{Rpc.Name}";

    /// <summary>Who may call it.</summary>
    public IReadOnlyList<string> Roles { get; } =
    [
        .. Endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().SelectMany(rule => (rule.Roles ?? "").Split(','))
            .Select(role => role.Trim()).Where(role => role.Length > 0).Distinct(),
    ];

    /// <summary>What it does with persons' data; null when it has none.</summary>
    public PersonDataAttribute? Persons => Endpoint.Metadata.GetMetadata<PersonDataAttribute>();

    public bool Writes => Persons is { Activity: not (Activity.Read or Activity.Print) };

    public bool IsStream => Rpc.IsServerStreaming;

    /// <summary>What the contract says of its HTTP form.</summary>
    public Rest Rest => Rpc.GetOptions()?.GetExtension(RestExtensions.Rest) ?? new();

    /// <summary>The fields that stand in the path.</summary>
    public IEnumerable<string> PathFields =>
        Http.Path.Segments.Where(segment => segment.IsVariable).Select(segment => segment.Text);

    /// <summary>Every RPC of every service that has an address as JSON, once for each address.</summary>
    public static IReadOnlyList<Route> All(WebApplication services)
    {
        var endpoints = RunningSuite.Endpoints(services).ToLookup(RunningSuite.RpcOf);
        return
        [
            .. from rpc in services.Services.GetRequiredService<RpcRegistry>().Methods
               let method = rpc.Descriptor
               where method is not null
               from http in HttpRules.Of(method!)
               from endpoint in endpoints[rpc.FullName]
               where endpoint.RoutePattern.RawText == http.Path.RoutePattern
               select new Route(method!, http, endpoint),
        ];
    }

    public override string ToString() => Name;
}
