using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>The requests of a streaming call.</summary>
internal sealed class RequestReader<TRequest>(GrpcCall call, Marshaller<TRequest> marshaller)
    : IAsyncStreamReader<TRequest>
    where TRequest : class
{
    private TRequest? current;

    public TRequest Current => current ?? throw new InvalidOperationException("There is no current request.");

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        if (call.IsFinished && call.EndReason is null)
            throw new InvalidOperationException("The call has ended; nothing can be read any more.");
        var ofCall = call.CancellationToken;
        try
        {
            if (!cancellationToken.CanBeCanceled || cancellationToken == ofCall)
                return await Next(ofCall).ConfigureAwait(false);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, ofCall);
            return await Next(both.Token).ConfigureAwait(false);
        }
        catch (IOException broken)
        {
            throw Failures.Lost(broken);
        }
    }

    private async ValueTask<bool> Next(CancellationToken stop)
    {
        current = await call.Requests.Next(marshaller.ContextualDeserializer, stop).ConfigureAwait(false);
        return current is not null;
    }
}
