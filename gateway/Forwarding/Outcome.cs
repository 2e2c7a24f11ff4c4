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
    public static Outcome Of(HttpContext context)
    {
        if (context.Features.Get<IForwarderErrorFeature>() is not { } error)
            return Outcome.Answered;
        if (context.Features.Get<IHttpRequestTimeoutFeature>()?.RequestTimeoutToken.IsCancellationRequested == true)
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

    private static bool IsConnectionFault(Exception? exception) => exception is HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError,
    };
}
