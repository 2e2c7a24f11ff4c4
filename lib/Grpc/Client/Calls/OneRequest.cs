using System.Net;
using Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>A body of one message, which may be sent again on another connection.</summary>
internal sealed class OneRequest(Action<PooledBuffer> write) : RequestContent
{
    private readonly PooledBuffer frame = new();
    private readonly Lock gate = new();
    private int senders;
    private bool isDone;

    public override void Prepare() => write(frame);

    protected override async Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isDone, this);
            senders++;
        }
        try
        {
            await stream.WriteAsync(frame.Written, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave(isSender: true);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Leave(isSender: false);
        base.Dispose(disposing);
    }

    // The memory goes back when the call is over and nobody sends it any more.
    private void Leave(bool isSender)
    {
        lock (gate)
        {
            if (isSender)
                senders--;
            else
                isDone = true;
            if (isDone && senders == 0)
                frame.Dispose();
        }
    }
}
