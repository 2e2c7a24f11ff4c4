using System.Net;

namespace NaraVard.Gateway.Streams;

/// <summary>Puts an <see cref="EndingStream"/> where YARP reads the service's answer.</summary>
internal sealed class EndingContent(HttpContent answer, Func<Stream, Stream> wrap) : HttpContent
{
    protected override async Task<Stream> CreateContentReadStreamAsync() => wrap(await answer.ReadAsStreamAsync());

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        throw new NotSupportedException("It is read, never copied.");

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            answer.Dispose();
        base.Dispose(disposing);
    }
}
