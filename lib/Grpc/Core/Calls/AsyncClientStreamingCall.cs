using System.Runtime.CompilerServices;

namespace Grpc.Core;

/// <summary>A call with a stream of requests and one reply. Await it for the reply.</summary>
public sealed class AsyncClientStreamingCall<TRequest, TResponse> : IDisposable
{
    private readonly CallState call;

    /// <summary>A call made of its parts, as interceptors do.</summary>
    public AsyncClientStreamingCall(
        IClientStreamWriter<TRequest> requestStream,
        Task<TResponse> responseAsync,
        Task<Metadata> responseHeadersAsync,
        Func<Status> getStatusFunc,
        Func<Metadata> getTrailersFunc,
        Action disposeAction)
        : this(
            requestStream,
            responseAsync,
            new CallState(responseHeadersAsync, getStatusFunc, getTrailersFunc, disposeAction))
    {
    }

    internal AsyncClientStreamingCall(
        IClientStreamWriter<TRequest> requestStream, Task<TResponse> responseAsync, CallState call)
    {
        RequestStream = requestStream;
        ResponseAsync = responseAsync;
        this.call = call;
    }

    /// <summary>Where the requests go; complete it to get the reply.</summary>
    public IClientStreamWriter<TRequest> RequestStream { get; }

    /// <summary>The reply, or <see cref="RpcException"/>.</summary>
    public Task<TResponse> ResponseAsync { get; }

    /// <summary>The headers that the server sends before the reply.</summary>
    public Task<Metadata> ResponseHeadersAsync => call.Headers;

    /// <summary>Lets the call be awaited.</summary>
    public TaskAwaiter<TResponse> GetAwaiter() => ResponseAsync.GetAwaiter();

    /// <summary>Lets the call be awaited without its context.</summary>
    public ConfiguredTaskAwaitable<TResponse> ConfigureAwait(bool continueOnCapturedContext) =>
        ResponseAsync.ConfigureAwait(continueOnCapturedContext);

    /// <summary>The outcome; only once the call has ended.</summary>
    public Status GetStatus() => call.Status;

    /// <summary>The trailers; only once the call has ended.</summary>
    public Metadata GetTrailers() => call.Trailers;

    /// <summary>Cancels the call unless it has ended.</summary>
    public void Dispose() => call.Dispose();
}
