using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;

namespace Grpc.Json;

/// <summary>
/// A call that came as JSON or in a form of its own. Response headers become HTTP headers; trailers have no place.
/// </summary>
internal sealed class JsonCallContext(HttpContext http, RpcMethod rpc, Func<Status, Task>? onEnd = null)
    : HttpCallContext(http, rpc)
{
    // The last word is the handler's or that of an end from outside, whoever is first.
    private readonly Lock gate = new();
    private bool isFinished;
    private Task? farewell;

    /// <summary>Opens a stream early when its handler sends headers.</summary>
    public Func<Task>? OnHeaders { private get; init; }

    public override void Ended(Status reason)
    {
        lock (gate)
        {
            if (!isFinished)
                farewell = onEnd?.Invoke(reason) ?? Task.CompletedTask;
        }
    }

    /// <summary>
    /// The handler has returned: nothing ends the call from outside any more. The farewell that was begun before is
    /// to be awaited before the request ends; null when there was none.
    /// </summary>
    public Task? Finish()
    {
        StopClock();
        lock (gate)
        {
            isFinished = true;
            return farewell;
        }
    }

    /// <summary>The problem to answer a failure with; null when nobody would read it.</summary>
    /// <param name="thrown">What the handler, or an interceptor, has thrown.</param>
    /// <param name="mayHaveBegun">Whether an answer that has begun can still take a problem in.</param>
    public Problem? Failed(Exception thrown, bool mayHaveBegun)
    {
        var response = Http.Response;
        if (Http.RequestAborted.IsCancellationRequested && !response.HasStarted)
            response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        if (Http.RequestAborted.IsCancellationRequested)
            return null;
        if (thrown is not RpcException)
            JsonLog.Failed(Rpc.Binding.Log, Http.TraceIdentifier, thrown);
        return response.HasStarted && !mayHaveBegun ? null : Problem.Of(Failures.Of(thrown, this));
    }

    // HTTP has no endings with a meaning: another's header is no fault of this request, and no metadata.
    protected override void NotBase64(string header)
    {
    }

    protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders)
    {
        ArgumentNullException.ThrowIfNull(responseHeaders);
        foreach (var entry in responseHeaders)
            Http.Response.Headers.Append(entry.Key, Headers.Text(entry));
        return OnHeaders?.Invoke() ?? Task.CompletedTask;
    }
}
