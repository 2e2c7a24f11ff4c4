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
            if (!cancellationToken.CanBeCanceled || cancellationToken == ofCall)
            {
                await call.Write(message, marshaller.ContextualSerializer, WriteOptions, !stays, ofCall)
                    .ConfigureAwait(false);
                return;
            }
            using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, ofCall);
            await call.Write(message, marshaller.ContextualSerializer, WriteOptions, !stays, both.Token)
                .ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref isWriting, 0);
        }
    }
}
