using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Grpc.Json;

/// <summary>
/// The rest of a refused request. A server of HTTP/2 that has answered before the body was there tells the client to
/// send no more of it, and remembers the stream for seconds, since the client need not say that it has stopped. When it
/// remembers too many it refuses whatever else comes over the connection, which a gateway shares among all its callers.
/// </summary>
internal static class UnreadBody
{
    // As long as Kestrel remembers a stream that its client has not ended.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Sends the answer off, then waits for the end of the body and throws it away.</summary>
    public static async Task TakeIn(HttpContext context)
    {
        var features = context.Features;
        if (!HttpProtocol.IsHttp2(context.Request.Protocol) || context.RequestAborted.IsCancellationRequested
            || features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != true)
            return;
        await context.Response.CompleteAsync();
        // A body that came too slowly would cost everybody the connection.
        if (features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
            rate.MinDataRate = null;
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        ends.CancelAfter(Patience);
        try
        {
            await Discard(context.Request.BodyReader, ends.Token);
        }
        catch (Exception lost) when (lost is OperationCanceledException or IOException)
        {
            // Too late, too long, or gone: the answer is out, and the server ends the stream.
        }
    }

    private static async Task Discard(PipeReader body, CancellationToken ends)
    {
        var isWhole = false;
        while (!isWhole)
        {
            var read = await body.ReadAsync(ends);
            body.AdvanceTo(read.Buffer.End);
            isWhole = read.IsCompleted;
        }
    }
}
