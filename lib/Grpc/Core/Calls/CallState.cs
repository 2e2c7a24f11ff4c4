namespace Grpc.Core;

/// <summary>The part that the four call types share: headers, outcome and giving up.</summary>
internal readonly struct CallState(
    object state,
    Func<object, Task<Metadata>> headers,
    Func<object, Status> status,
    Func<object, Metadata> trailers,
    Action<object> dispose)
{
    public CallState(Task<Metadata> headers, Func<Status> status, Func<Metadata> trailers, Action dispose)
        : this(
            (headers, status, trailers, dispose),
            s => ((ValueTuple<Task<Metadata>, Func<Status>, Func<Metadata>, Action>)s).Item1,
            s => ((ValueTuple<Task<Metadata>, Func<Status>, Func<Metadata>, Action>)s).Item2(),
            s => ((ValueTuple<Task<Metadata>, Func<Status>, Func<Metadata>, Action>)s).Item3(),
            s => ((ValueTuple<Task<Metadata>, Func<Status>, Func<Metadata>, Action>)s).Item4())
    {
    }

    public Task<Metadata> Headers => headers(state);

    public Status Status => status(state);

    public Metadata Trailers => trailers(state);

    public void Dispose() => dispose(state);
}
