using Grpc.Json.Binding;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;

namespace Grpc.Json.Streaming;

/// <summary>
/// How a stream of replies is written. A client knows that it has all of a stream only by the end marker; without one
/// the stream was cut and is to be asked for again.
/// </summary>
internal abstract class StreamForm
{
    public static readonly StreamForm EventStream = new EventStreamForm();
    public static readonly StreamForm Lines = new LinesForm();

    public abstract string MediaType { get; }

    /// <summary>Writes one reply; the id is where the stream can be resumed, empty for nowhere.</summary>
    public abstract void Message(PooledBuffer buffer, string id, Action<PooledBuffer> reply);

    /// <summary>Says that the stream lives.</summary>
    public abstract void Heartbeat(PooledBuffer buffer);

    /// <summary>Says that this was all.</summary>
    public abstract void End(PooledBuffer buffer);

    /// <summary>Says that the stream failed, as the last thing.</summary>
    public abstract void Failure(PooledBuffer buffer, HttpContext http, Problem problem);

    /// <summary>Says that the service stops and the caller is to come back.</summary>
    public abstract void Stopping(PooledBuffer buffer, HttpContext http, int retryMilliseconds);

    /// <summary>The form that the caller wants; null when it takes neither.</summary>
    public static StreamForm? For(HttpRequest request) =>
        Accepts.Best(request, Accepts.NdJson, "application/ndjson", Accepts.Json, Accepts.EventStream) switch
        {
            null => null,
            Accepts.EventStream => EventStream,
            _ => Lines,
        };
}
