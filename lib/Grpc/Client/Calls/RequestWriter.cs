using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>The requests of a streaming call.</summary>
internal sealed class RequestWriter<TRequest>(ClientCall call, Marshaller<TRequest> marshaller)
    : IClientStreamWriter<TRequest>
    where TRequest : class
{
    private int isWriting;
    private bool isComplete;

    /// <summary>The body that the requests become.</summary>
    public RequestStream Content { get; } = new();

    public WriteOptions? WriteOptions { get; set; }

    public Task WriteAsync(TRequest message) => WriteAsync(message, CancellationToken.None);

    public async Task WriteAsync(TRequest message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (isComplete)
            throw new InvalidOperationException("The requests have been completed.");
        if (Interlocked.Exchange(ref isWriting, 1) == 1)
            throw new InvalidOperationException("The write before this one is not done.");
        try
        {
            ThrowIfEnded();
            await Send(message, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception thrown) when (thrown is not InvalidOperationException and not RpcException)
        {
            // A server that does not want the rest cuts it off, when its answer is on its way: that says why. The write
            // is then broken or, when all of the answer is here, cancelled, and not by us.
            if (!call.Stop.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
                await call.Answered.ConfigureAwait(false);
            ThrowIfEnded();
            throw call.End(thrown);
        }
        finally
        {
            Volatile.Write(ref isWriting, 0);
        }
    }

    public Task CompleteAsync()
    {
        isComplete = true;
        Content.Complete();
        return Task.CompletedTask;
    }

    private async Task Send(TRequest message, CancellationToken cancellationToken)
    {
        using var buffer = new PooledBuffer();
        var frame = new MessageWriter(buffer, call.Channel.Options.MaxSendMessageSize);
        var options = WriteOptions ?? call.WriteOptions;
        frame.Compress(call.Packing(options));
        frame.Write(message, marshaller.ContextualSerializer);

        using var both = cancellationToken.CanBeCanceled
            ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, call.Stop)
            : null;
        var stop = both?.Token ?? call.Stop;
        var stream = await Content.Opened.WaitAsync(stop).ConfigureAwait(false);
        await stream.WriteAsync(buffer.Written, stop).ConfigureAwait(false);
        if ((options?.Flags & WriteFlags.BufferHint) != WriteFlags.BufferHint)
            await stream.FlushAsync(stop).ConfigureAwait(false);
    }

    private void ThrowIfEnded()
    {
        if (!call.HasEnded)
            return;
        throw call.Failure ?? (Exception)new InvalidOperationException("The call has ended.");
    }
}
