using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>The replies of a streaming call.</summary>
internal sealed class ReplyReader<TRequest, TReply>(ClientCall<TRequest, TReply> call, Task opened)
    : IAsyncStreamReader<TReply>
    where TRequest : class
    where TReply : class
{
    private TReply? current;

    public TReply Current => current ?? throw new InvalidOperationException("There is no current reply.");

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        if (!cancellationToken.CanBeCanceled)
        {
            await opened.ConfigureAwait(false);
            current = await call.Next(call.Stop).ConfigureAwait(false);
            return current is not null;
        }
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, call.Stop);
        await Opened(both.Token).ConfigureAwait(false);
        current = await call.Next(both.Token).ConfigureAwait(false);
        return current is not null;
    }

    private async Task Opened(CancellationToken stop)
    {
        try
        {
            await opened.WaitAsync(stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException cancelled)
        {
            throw call.End(cancelled);
        }
    }
}
