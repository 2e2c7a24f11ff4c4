using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Yarp.ReverseProxy.Forwarder;

namespace NaraVard.Gateway.Forwarding;

/// <summary>What came of one attempt to forward a request.</summary>
internal enum Outcome
{
    /// <summary>The service answered, whatever it answered.</summary>
    Answered,

    /// <summary>The caller went away. Nobody's error.</summary>
    CallerGone,

    /// <summary>The caller's request could not be read: too large, too slow, broken.</summary>
    CallerFault,

    /// <summary>The service was never reached; it has seen nothing of the request.</summary>
    Unreachable,

    /// <summary>The service may have seen the request, and did not answer it whole.</summary>
    Broken,

    /// <summary>The service took too long.</summary>
    TimedOut,
}

internal static class Outcomes
{
    /// <summary>Notes that the service's answer has begun.</summary>
    public static void NoteAnswer(HttpContext context) => context.Features.Set(Begun.Instance);

    /// <summary>Forgets what came of an attempt, before the next.</summary>
    public static void Forget(HttpContext context)
    {
        context.Features.Set<IForwarderErrorFeature>(null);
        context.Features.Set<Begun>(null);
    }

    public static Outcome Of(HttpContext context)
    {
        if (context.Features.Get<IForwarderErrorFeature>() is not { } error || IsUnreadRequest(context, error.Error))
            return Outcome.Answered;
        if (IsOverTime(context))
            return Outcome.TimedOut;
        if (context.RequestAborted.IsCancellationRequested)
            return Outcome.CallerGone;
        return error.Error switch
        {
            ForwarderError.RequestTimedOut => Outcome.TimedOut,
            ForwarderError.RequestCanceled or ForwarderError.RequestBodyCanceled
                or ForwarderError.ResponseBodyClient => Outcome.CallerGone,
            ForwarderError.RequestBodyClient => Outcome.CallerFault,
            ForwarderError.NoAvailableDestinations => Outcome.Unreachable,
            ForwarderError.Request when IsConnectionFault(error.Exception) => Outcome.Unreachable,
            _ => Outcome.Broken,
        };
    }

    /// <summary>Whether the route's longest time is over.</summary>
    public static bool IsOverTime(HttpContext context) =>
        context.Features.Get<IHttpRequestTimeoutFeature>()?.RequestTimeoutToken.IsCancellationRequested == true;

    // Who answers before it has read the body takes no more of it; what it answered is whole.
    private static bool IsUnreadRequest(HttpContext context, ForwarderError error) =>
        error is ForwarderError.RequestBodyCanceled or ForwarderError.RequestBodyClient
            or ForwarderError.RequestBodyDestination
        && context.Features.Get<Begun>() is not null;

    private static bool IsConnectionFault(Exception? exception) => exception is HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError,
    };

    private sealed class Begun
    {
        public static readonly Begun Instance = new();
    }
}
