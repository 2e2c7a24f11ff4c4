using Google.Protobuf;
using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Grpc.Json.Streaming;

/// <summary>
/// The answer of a server-streaming RPC. It opens with the first reply, or a little later by itself, so that an early
/// refusal keeps its HTTP status; after that, replies, heartbeats and the end take turns.
/// </summary>
internal sealed class StreamAnswer(
    HttpContext http, StreamForm form, JsonStreamShape shape, JsonTranscodingOptions options)
    : IServerStreamWriter<IMessage>, IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly PooledBuffer buffer = new();
    private bool isOver;

    /// <summary>Whether a status has gone out, after which a failure is part of the stream.</summary>
    public bool IsOpen { get; private set; }

    public WriteOptions? WriteOptions { get; set; }

    public Task WriteAsync(IMessage message) => WriteAsync(message, http.RequestAborted);

    public Task WriteAsync(IMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Send(() => form.Message(buffer, shape.CursorOf(message), to => shape.Reply.WriteTo(to, message)),
            isLast: false, mustBeLive: true, cancellationToken);
    }

    /// <summary>Answers 200 before there is a reply.</summary>
    public Task Open() => Send(() => form.Heartbeat(buffer), isLast: false, mustBeLive: false, http.RequestAborted);

    public Task End() => Last(() => form.End(buffer));

    public Task Fail(Problem problem) => Last(() => form.Failure(buffer, http, problem));

    public Task Stop() => Last(() => form.Stopping(buffer, http, options.RetryMilliseconds));

    /// <summary>Opens the stream if nobody has, and says that it lives until cancelled.</summary>
    public async Task Beat(CancellationToken until)
    {
        try
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(options.OpenAfterMilliseconds));
            while (await timer.WaitForNextTickAsync(until))
            {
                timer.Period = TimeSpan.FromSeconds(options.HeartbeatSeconds);
                await Open();
            }
        }
        catch (OperationCanceledException)
        {
            // The stream is over, or the caller has gone.
        }
    }

    public void Dispose()
    {
        turn.Dispose();
        buffer.Dispose();
    }

    private Task Last(Action write) => Send(write, isLast: true, mustBeLive: false, http.RequestAborted);

    private async Task Send(Action write, bool isLast, bool mustBeLive, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            if (isOver && mustBeLive)
                throw new RpcException(new Status(StatusCode.Cancelled, "The stream is over."));
            if (isOver)
                return;
            buffer.Clear();
            write();
            Begin();
            isOver = isLast;
            await http.Response.BodyWriter.WriteAsync(buffer.Written, ct);
            if (isLast)
                await http.Response.CompleteAsync();
        }
        finally
        {
            turn.Release();
        }
    }

    private void Begin()
    {
        if (IsOpen)
            return;
        IsOpen = true;
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var response = http.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = form.MediaType;
        response.Headers.CacheControl = "no-store, no-transform";
        response.Headers["X-Accel-Buffering"] = "no";
    }
}
