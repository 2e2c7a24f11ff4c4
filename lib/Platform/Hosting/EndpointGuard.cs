using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NaraVard.Platform.Access;

namespace NaraVard.Platform.Hosting;

/// <summary>
/// Default deny: nothing is served that does not say who may call it, and whether it touches persons' data. Only what
/// Platform itself opens (<see cref="OpenToAll"/>) is exempt.
/// </summary>
internal static class EndpointGuard
{
    /// <summary>Throws with the name of every endpoint that lacks a rule.</summary>
    public static void Check(IEndpointRouteBuilder app)
    {
        var offenders = app.DataSources.SelectMany(source => source.Endpoints)
            .Where(endpoint => endpoint.Metadata.GetMetadata<OpenToAll>() is null)
            .SelectMany(endpoint => Lacks(endpoint.Metadata)
                .Select(what => $"{Name(endpoint)}: {what}"))
            .Distinct().Order(StringComparer.Ordinal).ToList();
        if (offenders.Count > 0)
            throw new InvalidOperationException(
                "Every RPC says who may call it and whether it touches persons' data:\n  "
                + string.Join("\n  ", offenders));
    }

    private static string? Name(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.FullName ?? endpoint.DisplayName;

    private static IEnumerable<string> Lacks(EndpointMetadataCollection metadata)
    {
        if (metadata.GetMetadata<IAllowAnonymous>() is not null)
            yield return "[AllowAnonymous] is not allowed";
        // Whatever is not an RPC is behind the fallback policy: nobody gets in without signing in.
        if (metadata.GetMetadata<GrpcMethodMetadata>() is null)
            yield break;
        if (metadata.GetMetadata<IAuthorizeData>() is null)
            yield return "[Authorize] is missing";
        if (metadata.GetMetadata<PersonDataAttribute>() is null
            && metadata.GetMetadata<NoPersonDataAttribute>() is null)
            yield return "[PersonData] or [NoPersonData] is missing";
    }
}

/// <summary>Marks what anybody may read: the contract and the state of the process, never data.</summary>
internal sealed class OpenToAll : IAllowAnonymous;
