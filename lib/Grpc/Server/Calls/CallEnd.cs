using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>
/// Ends a call before its handler does: at its deadline, or, for a stream, when the host stops. An interceptor could
/// not do this for a handler that is already running.
/// </summary>
internal sealed class CallEnd : IDisposable
{
    private readonly HttpCallContext call;
    private readonly CancellationTokenSource source;
    private readonly CancellationTokenRegistration stopping;
    private readonly Timer? timer;
    private RpcException? reason;
    private int isEnded;

    public CallEnd(HttpCallContext call, TimeSpan? timeout, bool endsWithHost)
    {
        this.call = call;
        source = CancellationTokenSource.CreateLinkedTokenSource(call.Http.RequestAborted);
        if (endsWithHost)
            stopping = call.Rpc.Binding.Stopping.UnsafeRegister(static s => ((CallEnd)s!).Stop(), this);
        if (timeout is { } limit)
            timer = new Timer(static s => ((CallEnd)s!).Expire(), this, Wait(limit), Timeout.InfiniteTimeSpan);
    }

    public CancellationToken Token => source.Token;

    /// <summary>Why the call was ended; null while it was not.</summary>
    public Status? Reason => Volatile.Read(ref reason)?.Status;

    /// <summary>
    /// Cancels the token, which the server's own may be about to do: whoever looks at it after a write that has failed
    /// is to see why. There is nobody left to answer.
    /// </summary>
    public void Leave()
    {
        // Where the call was ended already, its token is only about to be cancelled.
        if (Interlocked.Exchange(ref isEnded, 1) == 0 || Reason is not null)
            source.Cancel();
    }

    public void Dispose()
    {
        timer?.Dispose();
        stopping.Unregister();
        // Nobody may be told of an end any more; a callback that runs now does nothing.
        if (Interlocked.Exchange(ref isEnded, 1) == 0)
            source.Dispose();
    }

    // A timer cannot wait longer than about 49 days, and no call does.
    private static TimeSpan Wait(TimeSpan limit) => limit < TimeSpan.FromDays(49) ? limit : TimeSpan.FromDays(49);

    private void Expire() => End(new Status(StatusCode.DeadlineExceeded, "The deadline has passed."));

    private void Stop() => End(new Status(StatusCode.Unavailable, "The server is stopping."));

    // Runs on a thread of the timer or of the host, where an exception would end the process.
    private void End(Status status)
    {
        if (Interlocked.Exchange(ref isEnded, 1) == 1)
            return;
        Volatile.Write(ref reason, new RpcException(status));
        try
        {
            call.Ended(status);
            source.Cancel();
        }
        catch (Exception thrown)
        {
            Log.Failed(call.Rpc.Binding.Log, call.Rpc.FullName, thrown);
        }
    }
}
