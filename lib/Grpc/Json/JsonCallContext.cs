using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;

namespace Grpc.Json;

/// <summary>A call that came as JSON. Response headers become HTTP headers; trailers have no place in JSON.</summary>
internal sealed class JsonCallContext(HttpContext http, RpcMethod rpc, Func<Status, Task>? onEnd = null)
    : HttpCallContext(http, rpc)
{
    private Task ending = Task.CompletedTask;

    /// <summary>The farewell that an end from outside has begun.</summary>
    public Task Ending => ending;

    /// <summary>Opens a stream early when its handler sends headers.</summary>
    public Func<Task>? OnHeaders { private get; init; }

    public override void Ended(Status reason) => ending = onEnd?.Invoke(reason) ?? Task.CompletedTask;

    protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders)
    {
        ArgumentNullException.ThrowIfNull(responseHeaders);
        foreach (var entry in responseHeaders)
            Http.Response.Headers.Append(entry.Key, Headers.Text(entry));
        return OnHeaders?.Invoke() ?? Task.CompletedTask;
    }
}
