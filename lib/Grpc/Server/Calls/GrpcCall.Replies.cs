using System.IO.Compression;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Grpc.Core;
using Grpc.Wire;

namespace Grpc.AspNetCore.Server;

internal sealed partial class GrpcCall
{
    /// <summary>
    /// Puts a reply into the response. A reply that is flushed has left, or waits for the client to take it; one that
    /// is not goes with what follows.
    /// </summary>
    public ValueTask Write<T>(
        T reply, Action<T, SerializationContext> serializer, WriteOptions? options, bool flush, CancellationToken stop)
    {
        ValueTask<FlushResult> flushed;
        gate?.Enter();
        try
        {
            if (isFinished)
                throw new InvalidOperationException("The call has ended; nothing can be written any more.");
            if (!Http.Response.HasStarted)
            {
                var started = Http.Response.StartAsync(stop);
                if (!started.IsCompletedSuccessfully)
                    return WriteStarted(started, reply, serializer, options, flush, stop);
            }
            Put(reply, serializer, options);
            if (!flush)
                return ValueTask.CompletedTask;
            isFlushing = true;
            flushed = Http.Response.BodyWriter.FlushAsync(stop);
        }
        finally
        {
            gate?.Exit();
        }
        return Flushed(flushed);
    }

    protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders)
    {
        ValueTask<FlushResult> flushed;
        gate?.Enter();
        try
        {
            if (isFinished || Http.Response.HasStarted)
                throw new InvalidOperationException("The response headers have been sent.");
            Put(responseHeaders, Http.Response.Headers);
            isFlushing = true;
            flushed = Http.Response.BodyWriter.FlushAsync(CancellationToken.None);
        }
        finally
        {
            gate?.Exit();
        }
        return Flushed(flushed).AsTask();
    }

    private async ValueTask WriteStarted<T>(
        Task started,
        T reply,
        Action<T, SerializationContext> serializer,
        WriteOptions? options,
        bool flush,
        CancellationToken stop)
    {
        await started.ConfigureAwait(false);
        await Write(reply, serializer, options, flush, stop).ConfigureAwait(false);
    }

    private void Put<T>(T reply, Action<T, SerializationContext> serializer, WriteOptions? options)
    {
        if (mayCompress)
        {
            var plain = ((options ?? WriteOptions)?.Flags & WriteFlags.NoCompress) == WriteFlags.NoCompress;
            replies!.Compress(plain ? null : Rpc.Binding.Options.ResponseCompressionLevel ?? CompressionLevel.Fastest);
        }
        replies!.Write(reply, serializer);
    }

    private ValueTask Flushed(ValueTask<FlushResult> flushed)
    {
        if (!flushed.IsCompletedSuccessfully)
            return Wait(flushed);
        isFlushing = false;
        return Left(flushed.GetAwaiter().GetResult());
    }

    // A stream waits here at most of its messages; the one who writes awaits it once.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask Wait(ValueTask<FlushResult> flushed)
    {
        try
        {
            await Left(await flushed.ConfigureAwait(false)).ConfigureAwait(false);
        }
        finally
        {
            isFlushing = false;
            taken?.TrySetResult();
        }
    }

    private ValueTask Left(FlushResult result)
    {
        if (!result.IsCanceled && !result.IsCompleted)
            return ValueTask.CompletedTask;
        Leave();
        throw new OperationCanceledException("The client takes no more replies.");
    }

    private void ChooseCompression(GrpcServiceOptions options)
    {
        mayCompress = options.ResponseCompressionAlgorithm == Gzip.Name
            && Accepts(Http.Request.Headers.GrpcAcceptEncoding.ToString(), Gzip.Name);
        if (mayCompress)
            Http.Response.Headers.GrpcEncoding = Gzip.Name;
    }

    private static bool Accepts(ReadOnlySpan<char> accepted, string encoding)
    {
        foreach (var part in accepted.Split(','))
            if (accepted[part].Trim().Equals(encoding, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
