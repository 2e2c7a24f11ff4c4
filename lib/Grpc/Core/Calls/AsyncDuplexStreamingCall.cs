namespace Grpc.Core;

/// <summary>A call with a stream of requests and a stream of replies, independent of each other.</summary>
public sealed class AsyncDuplexStreamingCall<TRequest, TResponse> : IDisposable
{
    private readonly CallState call;

    /// <summary>A call made of its parts, as interceptors do.</summary>
    public AsyncDuplexStreamingCall(
        IClientStreamWriter<TRequest> requestStream,
        IAsyncStreamReader<TResponse> responseStream,
        Task<Metadata> responseHeadersAsync,
        Func<Status> getStatusFunc,
        Func<Metadata> getTrailersFunc,
        Action disposeAction)
        : this(
            requestStream,
            responseStream,
            new CallState(responseHeadersAsync, getStatusFunc, getTrailersFunc, disposeAction))
    {
    }

    internal AsyncDuplexStreamingCall(
        IClientStreamWriter<TRequest> requestStream, IAsyncStreamReader<TResponse> responseStream, CallState call)
    {
        RequestStream = requestStream;
        ResponseStream = responseStream;
        this.call = call;
    }

    /// <summary>Where the requests go.</summary>
    public IClientStreamWriter<TRequest> RequestStream { get; }

    /// <summary>The replies; its end, or <see cref="RpcException"/>, is the end of the call.</summary>
    public IAsyncStreamReader<TResponse> ResponseStream { get; }

    /// <summary>The headers that the server sends before the first reply.</summary>
    public Task<Metadata> ResponseHeadersAsync => call.Headers;

    /// <summary>The outcome; only once the call has ended.</summary>
    public Status GetStatus() => call.Status;

    /// <summary>The trailers; only once the call has ended.</summary>
    public Metadata GetTrailers() => call.Trailers;

    /// <summary>Cancels the call unless it has ended.</summary>
    public void Dispose() => call.Dispose();
}
