using Microsoft.AspNetCore.Http;

namespace NaraVard.Gateway.Streams;

/// <summary>The forms in which an answer may go on and on.</summary>
internal enum StreamKind
{
    /// <summary>An answer with an end in sight.</summary>
    None,

    /// <summary>Server-sent events.</summary>
    Events,

    /// <summary>JSON, a value a line.</summary>
    Lines,

    /// <summary>A gRPC answer; only the services know whether it streams.</summary>
    Rpc,
}

internal static class StreamKinds
{
    public static StreamKind Of(HttpResponseMessage response) => response.Content.Headers.ContentType?.MediaType switch
    {
        "text/event-stream" => StreamKind.Events,
        "application/x-ndjson" => StreamKind.Lines,
        { } type when type.StartsWith("application/grpc", StringComparison.Ordinal) => StreamKind.Rpc,
        _ => StreamKind.None,
    };

    /// <summary>Nothing on the way may hold back or change what comes piece by piece.</summary>
    public static void ForbidBuffering(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store, no-transform";
        response.Headers["X-Accel-Buffering"] = "no";
    }
}
