using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NaraVard.Platform.Access;
using NaraVard.Platform.Rest;

namespace NaraVard.Platform.Identity;

/// <summary>Lets a request in for its caller, or refuses it as RFC 6750 says, with a row in the access log.</summary>
internal sealed class Gatekeeper : IAuthorizationMiddlewareResultHandler
{
    private readonly AccessRecorder recorder;
    private readonly ILogger<Gatekeeper> log;
    private readonly Counter<long> refused;

    public Gatekeeper(AccessRecorder recorder, ILogger<Gatekeeper> log, IMeterFactory meters)
    {
        (this.recorder, this.log) = (recorder, log);
        refused = meters.Create("NaraVard.Platform.Identity").CreateCounter<long>(
            "naravard.requests.refused", null, "Requests that did not get in, by reason.");
    }

    public Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult)
    {
        var entrance = context.Features.Get<Entrance>();
        if (entrance?.Caller is { } caller)
            context.RequestServices.GetRequiredService<CallerScope>().Enter(caller);
        return Obstacle(context, entrance, authorizeResult) is { } refusal ? Refuse(context, refusal) : next(context);
    }

    private async Task Refuse(HttpContext context, Refusal refusal)
    {
        RefusalLine.Write(log, context, refusal.Code);
        refused.Add(1, new KeyValuePair<string, object?>("reason", refusal.Code));
        await recorder.Refused(context, refusal.Code);
        context.Response.Headers.WWWAuthenticate = Challenge(refusal);
        await RefusalAnswer.Write(context, refusal);
    }

    private static Refusal? Obstacle(HttpContext context, Entrance? entrance, PolicyAuthorizationResult result)
    {
        if (context.GetEndpoint() is not { } endpoint)
            return null;
        if (entrance?.Refusal is { } refusal)
            return refusal;
        if (result.Challenged)
            return Refusal.NotSignedIn;
        if (result.Forbidden)
            return Refusal.RoleMissing;
        var isPersonal = endpoint.Metadata.GetMetadata<PersonDataAttribute>() is { AllowsSystem: false };
        return isPersonal && entrance?.Caller is { HasUser: false } ? Refusal.ActingUserMissing : null;
    }

    // RFC 6750 3.1: without a token no error is named; a bad token is invalid_token; a token too weak
    // insufficient_scope.
    private static string? Challenge(Refusal refusal) => refusal.HttpStatus switch
    {
        StatusCodes.Status401Unauthorized when refusal == Refusal.NotSignedIn => "Bearer realm=\"naravard\"",
        StatusCodes.Status401Unauthorized =>
            $"Bearer realm=\"naravard\", error=\"invalid_token\", error_description=\"{refusal.Text.En}\"",
        StatusCodes.Status403Forbidden =>
            $"Bearer realm=\"naravard\", error=\"insufficient_scope\", error_description=\"{refusal.Text.En}\"",
        _ => null,
    };
}
