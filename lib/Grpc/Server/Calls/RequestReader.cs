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
        if (!cancellationToken.CanBeCanceled || cancellationToken == ofCall)
        {
            current = await call.Requests.Next(marshaller.ContextualDeserializer, ofCall).ConfigureAwait(false);
            return current is not null;
        }
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, ofCall);
        current = await call.Requests.Next(marshaller.ContextualDeserializer, both.Token).ConfigureAwait(false);
        return current is not null;
    }
}
