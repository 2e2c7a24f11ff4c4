using Grpc.Json;
using Microsoft.AspNetCore.Http;

namespace NaraVard.Gateway.Streams;

/// <summary>
/// A service's answer that can be ended in the middle with a message instead of a cut: when its lifetime is over, or
/// when the service is gone. YARP reads it like any other answer, piece by piece.
/// </summary>
internal sealed class EndingStream(
    Stream answer, StreamKind kind, Lifetime lifetime, HttpContext context, Action<Problem> ended)
    : ReadOnlyStream
{
    private readonly Boundary boundary = new(kind);
    private CancellationTokenSource? reading;
    private ReadOnlyMemory<byte>? farewell;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (farewell is not null)
            return Say(buffer);
        reading ??= CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.Token);
        try
        {
            var count = await answer.ReadAsync(buffer, reading.Token);
            boundary.Passed(buffer.Span[..count]);
            return count;
        }
        catch (OperationCanceledException) when (IsOver(cancellationToken))
        {
            await End(lifetime.Cause);
        }
        catch (IOException) when (!cancellationToken.IsCancellationRequested)
        {
            await End(Problem.Of(StatusCodes.Status503ServiceUnavailable));
        }

        return Say(buffer);
    }

    private bool IsOver(CancellationToken caller) =>
        lifetime.Token.IsCancellationRequested && !caller.IsCancellationRequested;

    // In the middle of an event or a line nothing can be added; an end there is a cut that the client goes on from.
    private async Task End(Problem? problem)
    {
        farewell = boundary.IsClear ? Farewell.Of(kind, problem, context) : ReadOnlyMemory<byte>.Empty;
        ended(problem ?? Lifetime.ComeBack);
        // Frees the service from a stream that nobody reads.
        await answer.DisposeAsync();
    }

    private int Say(Memory<byte> buffer)
    {
        var rest = farewell!.Value;
        var count = Math.Min(rest.Length, buffer.Length);
        rest[..count].CopyTo(buffer);
        farewell = rest[count..];
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            answer.Dispose();
            reading?.Dispose();
            lifetime.Dispose();
        }

        base.Dispose(disposing);
    }
}
