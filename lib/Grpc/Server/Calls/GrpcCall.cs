using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Grpc.AspNetCore.Server;

/// <summary>A call in the gRPC protocol: takes requests from the body and puts replies and the status out.</summary>
internal sealed partial class GrpcCall(HttpContext http, RpcMethod rpc) : HttpCallContext(http, rpc)
{
    // Kestrel's own limit for a request is 30 000 000 bytes.
    private const int LargeMessage = 29_000_000;

    // How long a call that has been ended waits for the client to take the replies before the status.
    private static readonly TimeSpan TakeRepliesMax = TimeSpan.FromSeconds(1);

    private static readonly string[] Codes = [.. Enumerable.Range(0, 17).Select(code => $"{code}")];

    // What goes out is decided by the handler or by the end of the call, whoever is first. A unary call without a
    // deadline cannot be ended by anybody else, and has no gate.
    private Lock? gate;
    private MessageWriter? replies;
    private volatile bool isFinished;
    private volatile bool isFlushing;
    private volatile TaskCompletionSource? taken;
    private bool mayCompress;

    /// <summary>True when the status is decided: nothing can be read or written any more.</summary>
    public bool IsFinished => isFinished;

    /// <summary>The end of an answer that was not left to the handler; awaited before the request ends.</summary>
    public Task? Ending { get; private set; }

    /// <summary>The requests; there once the call is open.</summary>
    public MessageReader Requests { get; private set; } = null!;

    /// <summary>Reads the protocol's headers and starts the clock.</summary>
    public void Open()
    {
        var headers = Http.Request.Headers;
        var answer = Http.Response;
        answer.ContentType = Headers.ContentType;

        TimeSpan? timeout = null;
        if (headers.GrpcTimeout is { Count: > 0 } text)
            timeout = TimeoutHeader.TryParse(text.ToString(), out var limit)
                ? limit
                : throw Refusals.Internal("The header grpc-timeout cannot be read.");

        var encoding = headers.GrpcEncoding.Count == 0 ? null : headers.GrpcEncoding.ToString();
        if (encoding is not (null or "identity" or Gzip.Name))
        {
            answer.Headers.GrpcAcceptEncoding = "identity,gzip";
            throw Refusals.Unimplemented($"The encoding '{encoding}' is not known.");
        }

        var options = Rpc.Binding.Options;
        Requests = new MessageReader(Http.Request.BodyReader, options.MaxReceiveMessageSize, encoding);
        replies = new MessageWriter(answer.BodyWriter, options.MaxSendMessageSize);
        ChooseCompression(options);
        if (Rpc.Type is MethodType.ClientStreaming or MethodType.DuplexStreaming)
            LiftRequestLimits();
        else if (options.MaxReceiveMessageSize is null or > LargeMessage)
            LiftSizeLimit();
        if (timeout is null && Rpc.Type == MethodType.Unary)
            return;
        gate = new Lock();
        Begin(timeout);
    }

    /// <summary>Ends a call whose handler has returned.</summary>
    public void Finish()
    {
        gate?.Enter();
        try
        {
            if (!isFinished)
                PutStatus(Status, Trailers, null);
            isFinished = true;
        }
        finally
        {
            gate?.Exit();
        }
        StopClock();
    }

    /// <summary>Ends a call whose handler, or whose request, has failed.</summary>
    public void Fail(Exception thrown)
    {
        var failure = Failures.Of(thrown, this);
        gate?.Enter();
        try
        {
            if (!isFinished)
                PutFailure(failure);
            isFinished = true;
        }
        finally
        {
            gate?.Exit();
        }
        StopClock();
        Report(thrown, failure.StatusCode);
    }

    /// <inheritdoc/>
    public override void Ended(Status reason)
    {
        lock (gate!)
        {
            if (isFinished)
                return;
            isFinished = true;
            if (replies?.IsBroken == true)
                Reset();
            else
                PutStatus(reason, null, null);
            Ending = Complete();
        }
    }

    protected override void NotBase64(string header) => throw Headers.NotBase64(header);

    // A stream may be long and slow; a message has a limit of its own.
    private void LiftRequestLimits()
    {
        LiftSizeLimit();
        if (Http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
            rate.MinDataRate = null;
    }

    private void LiftSizeLimit()
    {
        if (Http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = null;
    }

    // The handler may hang or be stuck in a write that the client does not take: the answer ends without it.
    private async Task Complete()
    {
        try
        {
            var complete = Http.Response.CompleteAsync();
            if (isFlushing)
            {
                taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                if (isFlushing)
                    await taken.Task.WaitAsync(TakeRepliesMax).ConfigureAwait(false);
            }
            await complete.ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The client is gone or does not take what is there already: it cannot be told.
            Reset();
        }
    }

    private void PutFailure(RpcException failure)
    {
        if (replies?.IsBroken == true)
        {
            Reset();
            return;
        }
        try
        {
            PutStatus(failure.Status, Trailers, failure.Trailers);
        }
        catch (RpcException badTrailers)
        {
            PutStatus(badTrailers.Status, null, null);
        }
    }

    // Before anything else has gone out the status can go with the headers.
    private void PutStatus(Status status, Metadata? trailers, Metadata? more)
    {
        var target = Http.Response.HasStarted
            ? Http.Features.GetRequiredFeature<IHttpResponseTrailersFeature>().Trailers
            : Http.Response.Headers;
        Put(trailers, target);
        Put(more, target);
        target.GrpcStatus = (int)status.StatusCode is >= 0 and < 17 and var code ? Codes[code] : "2";
        if (status.Detail.Length > 0)
            target.GrpcMessage = PercentEncoding.Encode(status.Detail);
    }

    private static void Put(Metadata? metadata, IHeaderDictionary target)
    {
        if (metadata is null)
            return;
        foreach (var entry in metadata)
            if (!Headers.IsReserved(entry.Key))
                target.Append(entry.Key, Headers.Text(entry));
    }

    private void Reset() => Http.Features.Get<IHttpResetFeature>()?.Reset(8); // CANCEL

    private void Report(Exception thrown, StatusCode code)
    {
        if (thrown is RpcException)
            Log.Answered(Rpc.Binding.Log, Rpc.FullName, code);
        else if (code == StatusCode.Unknown)
            Log.Failed(Rpc.Binding.Log, Rpc.FullName, thrown);
        else
            Log.Ended(Rpc.Binding.Log, Rpc.FullName, code);
    }
}
