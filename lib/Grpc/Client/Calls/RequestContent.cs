using System.Net;

namespace Grpc.Net.Client;

/// <summary>The body of a request.</summary>
internal abstract class RequestContent : HttpContent
{
    protected RequestContent() =>
        Headers.TryAddWithoutValidation("content-type", Wire.Headers.ContentType);

    /// <summary>Makes ready what can fail before anything is sent.</summary>
    public virtual void Prepare()
    {
    }

    protected sealed override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected sealed override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected abstract override Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken);
}
