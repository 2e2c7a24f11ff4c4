using Grpc.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NaraVard.Gateway.Options;
using NaraVard.Gateway.Sessions;
using NaraVard.Gateway.Sessions.Storage;
using NaraVard.Platform.Identity;
using Yarp.ReverseProxy.Transforms;

namespace NaraVard.Gateway.Streams;

/// <summary>Takes an answer that streams out of the overall timeout, and gives it a lifetime instead.</summary>
internal sealed class StreamTransform(
    LimitsOptions limits, IdentityOptions identity, TimeProvider clock, IHostApplicationLifetime host,
    ILogger<StreamTransform> log, SessionWatch? sessions = null) : ResponseTransform
{
    public override async ValueTask ApplyAsync(ResponseTransformContext context)
    {
        if (context.ProxyResponse is not { } answer || StreamKinds.Of(answer) is var kind && kind is StreamKind.None)
            return;
        var http = context.HttpContext;
        http.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
        answer.Content = new EndingContent(answer.Content, stream => new EndingStream(
            stream, kind, LifetimeOf(http), http, problem => Ended(answer, kind, problem, http.TraceIdentifier)));
        if (kind is StreamKind.Rpc)
            return;
        StreamKinds.ForbidBuffering(http.Response);
        // The client hears that it is connected now, not with the first event.
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }

    private Lifetime LifetimeOf(HttpContext context)
    {
        var ticket = context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties;
        var untilExpiry = ticket?.ExpiresUtc - clock.GetUtcNow() + TimeSpan.FromSeconds(identity.ClockSkewSeconds);
        var session = context.Features.Get<Session>() is { } own ? sessions?.Watch(own.Id) : null;
        return new(
            untilExpiry, TimeSpan.FromMinutes(limits.StreamMinutesMax), clock, host.ApplicationStopping, session);
    }

    private void Ended(HttpResponseMessage answer, StreamKind kind, Problem problem, string requestId)
    {
        Log.StreamEnded(log, kind, problem.Code, requestId);
        if (kind is not StreamKind.Rpc)
            return;
        foreach (var (name, value) in Refusals.Trailers(problem))
            answer.TrailingHeaders.TryAddWithoutValidation(name, value);
    }
}
