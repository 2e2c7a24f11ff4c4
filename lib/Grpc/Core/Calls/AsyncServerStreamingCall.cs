namespace Grpc.Core;

/// <summary>A call with one request and a stream of replies.</summary>
public sealed class AsyncServerStreamingCall<TResponse> : IDisposable
{
    private readonly CallState call;

    /// <summary>A call made of its parts, as interceptors do.</summary>
    public AsyncServerStreamingCall(
        IAsyncStreamReader<TResponse> responseStream,
        Task<Metadata> responseHeadersAsync,
        Func<Status> getStatusFunc,
        Func<Metadata> getTrailersFunc,
        Action disposeAction)
        : this(responseStream, new CallState(responseHeadersAsync, getStatusFunc, getTrailersFunc, disposeAction))
    {
    }

    internal AsyncServerStreamingCall(IAsyncStreamReader<TResponse> responseStream, CallState call)
    {
        ResponseStream = responseStream;
        this.call = call;
    }

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
