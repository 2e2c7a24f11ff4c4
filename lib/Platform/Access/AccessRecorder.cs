using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NaraVard.Platform.Hosting;
using NaraVard.Platform.Identity;

namespace NaraVard.Platform.Access;

/// <summary>
/// Writes what a request did, or was refused, to the access log of the service that it was meant for.
/// </summary>
internal sealed class AccessRecorder(IServiceProvider services, ServiceNames names, TimeProvider clock)
{
    /// <summary>What has been touched since the last call; nothing when that is nothing.</summary>
    public Task Allowed(HttpContext context) =>
        Write(context, null, context.RequestServices.GetRequiredService<AccessTrail>().Take());

    /// <summary>An allowed request that found nobody: that somebody asked is logged all the same.</summary>
    public Task AllowedForNobody(HttpContext context) => Write(context, null, [default]);

    /// <summary>A refused request, with those whose data it was about, when it came that far.</summary>
    public Task Refused(HttpContext context, string code)
    {
        var touched = context.RequestServices.GetRequiredService<AccessTrail>().All();
        return Write(context, code, touched.Count > 0 ? touched : [default]);
    }

    /// <summary>
    /// The RPC that is called, whether by gRPC or JSON; of what is no RPC the pattern of its route, since a path may
    /// name a person.
    /// </summary>
    public static string MethodOf(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.FullName
        ?? (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "no route";

    private async Task Write(HttpContext context, string? code, IReadOnlyList<Touched> touched)
    {
        if (touched.Count == 0)
            return;
        var template = Entry(context, code);
        AccessEntry[] entries = [.. touched.Select(one => About(template, one))];
        foreach (var service in names.For(context))
            await services.GetRequiredKeyedService<AccessLog>(service).Append(entries);
    }

    private AccessEntry Entry(HttpContext context, string? code)
    {
        var endpoint = context.GetEndpoint();
        var trail = context.RequestServices.GetRequiredService<AccessTrail>();
        var entry = new AccessEntry
        {
            At = clock.GetUtcNow(),
            IsAllowed = code is null,
            Code = code,
            Activity = trail.IsEmergency
                ? Activity.EmergencyOpen
                : endpoint?.Metadata.GetMetadata<PersonDataAttribute>()?.Activity ?? Activity.Read,
            Method = MethodOf(context),
            Reason = trail.Reason,
            IsEmergency = trail.IsEmergency,
            RequestId = context.TraceIdentifier,
            TraceId = System.Diagnostics.Activity.Current?.TraceId.ToString(),
        };
        var scope = context.RequestServices.GetRequiredService<CallerScope>();
        return scope.HasCaller ? By(entry, scope.Caller) : entry;
    }

    private static AccessEntry By(AccessEntry entry, Caller caller) => entry with
    {
        Purpose = caller.Purpose,
        Subject = caller.Subject,
        HsaId = caller.HsaId,
        UserName = caller.Name,
        UserTitle = caller.Title,
        Unit = caller.Unit,
        Caregiver = caller.Caregiver,
        Organisation = caller.Organisation == default ? null : caller.Organisation.ToString(),
        Client = caller.ClientId,
    };

    internal static AccessEntry About(AccessEntry entry, Touched touched) =>
        touched == default ? entry : entry with
        {
            Person = touched.Person.IsEmpty ? null : touched.Person,
            ResourceType = touched.ResourceType,
            ResourceId = touched.ResourceId,
            ResourceOwner = touched.Owner.ToString(),
        };
}
