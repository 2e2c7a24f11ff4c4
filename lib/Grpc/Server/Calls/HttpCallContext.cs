using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server;

/// <summary>
/// A call that came over HTTP, whether as gRPC or as JSON: its metadata, deadline and cancellation. How replies go
/// out is left to the two. Each call has a context of its own, which is never used again. The HTTP request behind it
/// is: so a context that a handler has kept lets go of the request when the call ends.
/// </summary>
internal abstract class HttpCallContext(HttpContext http, RpcMethod rpc) : ServerCallContext, IDisposable
{
    private HttpContext? current = http;
    private Metadata? requestHeaders;
    private Metadata? responseTrailers;
    private AuthContext? peer;
    private CallEnd? end;
    private Status status;

    /// <summary>The HTTP request; refused after the call, when it may be another call's.</summary>
    public HttpContext Http => current ?? throw new InvalidOperationException("The call has ended.");

    public RpcMethod Rpc => rpc;

    /// <summary>The trailers that the handler has asked for; null for none, which is the rule.</summary>
    public Metadata? Trailers => responseTrailers;

    /// <summary>Why the call was ended from outside its handler; null while it was not.</summary>
    public Status? EndReason => end?.Reason;

    /// <summary>For waiting on the request: the end of the call, where it can end before the connection does.</summary>
    public CancellationToken ReadToken => end?.Token ?? CancellationToken.None;

    protected override string MethodCore => rpc.FullName;

    protected override string HostCore => Http.Request.Host.Value ?? "";

    protected override string PeerCore => Peers.Address(Http.Connection);

    protected override DateTime DeadlineCore => Until;

    protected override Metadata RequestHeadersCore => requestHeaders ??= ReadHeaders();

    protected override CancellationToken CancellationTokenCore => end?.Token ?? Http.RequestAborted;

    protected override Metadata ResponseTrailersCore => responseTrailers ??= [];

    protected override Status StatusCore
    {
        get => status;
        set => status = value;
    }

    protected override WriteOptions? WriteOptionsCore { get; set; }

    protected override AuthContext AuthContextCore => peer ??= Peers.Authenticated(Http.Connection);

    private DateTime Until { get; set; } = DateTime.MaxValue;

    /// <summary>
    /// Starts the clock and, for streams, listens for the host to stop. Cheap for a unary call without a deadline.
    /// </summary>
    public void Begin(TimeSpan? timeout)
    {
        var isStream = rpc.Type != MethodType.Unary;
        if (timeout is null && !isStream)
            return;
        if (timeout is { } limit)
        {
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            Until = limit < DateTime.MaxValue - now ? now + limit : DateTime.MaxValue;
        }
        end = new CallEnd(this, timeout, isStream);
    }

    /// <summary>
    /// Called once when the call is ended from outside while its handler may still run and write. The answer is to
    /// be finished now, since the handler may never look at its token.
    /// </summary>
    public abstract void Ended(Status reason);

    /// <summary>
    /// The client is gone, as a write has shown: the token says so before the handler hears of the write.
    /// </summary>
    protected void Leave() => end?.Leave();

    /// <summary>After this nothing ends the call from outside.</summary>
    public void StopClock() => end?.Dispose();

    /// <summary>The call is over: stops the clock and lets go of the request.</summary>
    public void Dispose()
    {
        StopClock();
        current = null;
    }

    /// <summary>Called when a header that should hold bytes, by the ending of its name, does not.</summary>
    protected abstract void NotBase64(string header);

    private Metadata ReadHeaders()
    {
        var headers = new Metadata();
        foreach (var (name, values) in Http.Request.Headers)
        {
            if (Headers.IsReserved(name))
                continue;
            foreach (var value in values)
                if (!Headers.TryAdd(headers, name, value ?? ""))
                    NotBase64(name);
        }
        return headers;
    }
}
