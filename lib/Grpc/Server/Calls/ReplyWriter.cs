using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>The replies of a streaming call.</summary>
internal sealed class ReplyWriter<TReply>(GrpcCall call, Marshaller<TReply> marshaller) : IServerStreamWriter<TReply>
    where TReply : class
{
    private int isWriting;

    public WriteOptions? WriteOptions { get; set; }

    public Task WriteAsync(TReply message) => WriteAsync(message, CancellationToken.None);

    public async Task WriteAsync(TReply message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var ofCall = call.CancellationToken;
        ofCall.ThrowIfCancellationRequested();
        cancellationToken.ThrowIfCancellationRequested();
        if (Interlocked.Exchange(ref isWriting, 1) == 1)
            throw new InvalidOperationException("The write before this one is not done.");
        try
        {
            var stays = ((WriteOptions ?? call.WriteOptions)?.Flags & WriteFlags.BufferHint) == WriteFlags.BufferHint;
            // The end of the call ends a write by itself; a cancelled one would take the status with it.
            var stop = cancellationToken == ofCall ? CancellationToken.None : cancellationToken;
            await call.Write(message, marshaller.ContextualSerializer, WriteOptions, !stays, stop)
                .ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref isWriting, 0);
        }
    }
}
