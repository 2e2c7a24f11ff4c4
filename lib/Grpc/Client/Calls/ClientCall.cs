using System.IO.Compression;
using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>A call being made, without its message types: how long it may last and how it ended.</summary>
internal abstract class ClientCall : IDisposable
{
    // As the official packages name it: metadata that asks for requests to be packed.
    private const string CompressionRequest = "grpc-internal-encoding-request";

    private readonly TaskCompletionSource<Metadata> headers = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenRegistration givenUp;
    private readonly CancellationTokenRegistration closed;
    private readonly Timer? timer;
    private readonly Lock gate = new();
    private Status? outcome;
    private Metadata trailers = Metadata.Empty;
    private volatile bool isExpired;

    protected ClientCall(GrpcChannel channel, CallOptions options)
    {
        Channel = channel;
        Options = options;
        Compression = options.Headers?.GetValue(CompressionRequest) == Gzip.Name ? CompressionLevel.Fastest : null;
        givenUp = options.CancellationToken.UnsafeRegister(static c => ((ClientCall)c!).stop.Cancel(), this);
        closed = channel.Closed.UnsafeRegister(static c => ((ClientCall)c!).stop.Cancel(), this);
        if (options.Deadline is not { } deadline || deadline == DateTime.MaxValue)
            return;

        var left = deadline.ToUniversalTime() - TimeProvider.System.GetUtcNow().UtcDateTime;
        TimeLeft = left > TimeSpan.Zero ? left : TimeSpan.Zero;
        if (left > TimeSpan.Zero && left < TimeSpan.FromDays(49))
            timer = new Timer(static c => ((ClientCall)c!).Expire(), this, left, Timeout.InfiniteTimeSpan);
    }

    /// <summary>What the server sends before its first reply.</summary>
    public Task<Metadata> Headers => headers.Task;

    /// <summary>How requests are packed unless they are written otherwise; null for not.</summary>
    public CompressionLevel? Compression { get; }

    /// <summary>How requests are written unless their writer says otherwise.</summary>
    public WriteOptions? WriteOptions => Options.WriteOptions;

    /// <summary>Done when the server has begun to answer, or the call has come to nothing. Never fails.</summary>
    public Task Answered => answered.Task;

    public Status Outcome => outcome ?? throw new InvalidOperationException("The call has not ended.");

    public Metadata Trailers => outcome is null
        ? throw new InvalidOperationException("The call has not ended.")
        : trailers;

    public GrpcChannel Channel { get; }

    public CancellationToken Stop => stop.Token;

    public bool HasEnded => outcome is not null;

    /// <summary>How the call ended, as an exception; null while it has not, and for success.</summary>
    public RpcException? Failure =>
        outcome is { StatusCode: not StatusCode.OK } failed ? new RpcException(failed, trailers) : null;

    protected CallOptions Options { get; }

    /// <summary>What was left to the deadline when the call was made; null for no deadline.</summary>
    protected TimeSpan? TimeLeft { get; }

    /// <summary>How a request that is written so is packed; null for not.</summary>
    public CompressionLevel? Packing(WriteOptions? options) =>
        (options?.Flags & WriteFlags.NoCompress) == WriteFlags.NoCompress ? null : Compression;

    /// <summary>Gives up unless the call has ended.</summary>
    public void Dispose()
    {
        var status = new Status(StatusCode.Cancelled, "The call was disposed before its end.");
        End(status, Metadata.Empty, isBroken: true);
    }

    /// <summary>Ends the call for what went wrong on this side, and tells how it ended in all.</summary>
    public RpcException End(Exception thrown)
    {
        var failure = ClientFailures.Of(thrown, isExpired || IsLate(), stop.IsCancellationRequested);
        End(failure.Status, failure.Trailers, isBroken: true);
        return Failure ?? failure;
    }

    /// <summary>Ends the call when its time is over even if nobody waits for it.</summary>
    protected void EndWhenStopped() =>
        stop.Token.UnsafeRegister(static c => ((ClientCall)c!).End(new OperationCanceledException()), this);

    /// <summary>Ends the call, once. A broken one is cut off: the server must not take it for complete.</summary>
    protected void End(Status status, Metadata received, bool isBroken)
    {
        lock (gate)
        {
            if (outcome is not null)
                return;
            trailers = received;
            outcome = status;
        }
        timer?.Dispose();
        givenUp.Unregister();
        closed.Unregister();
        if (isBroken)
            stop.Cancel();
        if (status.StatusCode == StatusCode.OK)
            headers.TrySetResult([]);
        else if (headers.TrySetException(new RpcException(status, received)))
            _ = headers.Task.Exception; // Most callers never ask for the headers.
        Release();
    }

    /// <summary>Nothing more is known of the call until its replies are read.</summary>
    protected void HasAnswer() => answered.TrySetResult();

    protected void Received(Metadata received) => headers.TrySetResult(received);

    protected void CopyHeaders(HttpRequestMessage request)
    {
        if (Options.Headers is not { } all)
            return;
        foreach (var entry in all)
            if (!Wire.Headers.IsReserved(entry.Key) && entry.Key != CompressionRequest)
                request.Headers.TryAddWithoutValidation(entry.Key, Wire.Headers.Text(entry));
    }

    /// <summary>Lets go of the connection.</summary>
    protected abstract void Release();

    // The server has the deadline too, and may cut the call off before our timer strikes.
    private bool IsLate() => Options.Deadline?.ToUniversalTime() <= TimeProvider.System.GetUtcNow().UtcDateTime;

    private void Expire()
    {
        isExpired = true;
        stop.Cancel();
    }
}
