using NaraVard.Grpc.Tests.Raw;

namespace NaraVard.Grpc.Tests.Hostile;

/// <summary>How the client leaves its side of a stream.</summary>
internal enum Ending
{
    /// <summary>By the last DATA frame, or by the headers when there is no body.</summary>
    Closed,

    /// <summary>By trailers, which a request may have.</summary>
    Trailed,

    /// <summary>Not at all: the server has to answer first.</summary>
    LeftOpen,

    /// <summary>By a reset at some place; nobody waits for an answer then.</summary>
    Reset,
}

/// <summary>One stream: what is sent, and what may come back.</summary>
/// <param name="What">What was done to a sound request, for the sentence of a failure.</param>
/// <param name="Complaint">What is wrong with an answer; null when the protocol allows it.</param>
internal sealed record Plan(
    string What,
    IReadOnlyList<(string Name, string Value)> Headers,
    byte[] Body,
    Ending Ending,
    Func<RawAnswer, string?> Complaint)
{
    /// <summary>The stream as frames, the body cut at random places and padded at random.</summary>
    public List<Func<int, byte[]>> Cut(Random random)
    {
        List<Func<int, byte[]>> frames = [];
        var closesAtOnce = Body.Length == 0 && Ending == Ending.Closed && random.Next(4) > 0;
        var first = (byte)(Frames.EndHeaders | (closesAtOnce ? Frames.EndStream : 0));
        var block = RawHeaders.Encode(Headers);
        frames.Add(stream => Frames.Of(Frames.Headers, first, stream, block));
        var cutMax = random.Next(3) == 0 ? random.Next(1, 40) : 16_000;
        for (var at = 0; at < Body.Length;)
        {
            // Tiny pieces of a large body would only cost time.
            var size = Math.Min(Body.Length - at, random.Next(1, Math.Max(cutMax, Body.Length / 20) + 1));
            size = Math.Min(size, 16_000);
            var isLast = at + size == Body.Length && Ending == Ending.Closed && random.Next(4) > 0;
            frames.Add(Piece(Body.AsMemory(at, size), random.Next(6) == 0 ? random.Next(200) : -1, isLast));
            closesAtOnce |= isLast;
            at += size;
        }
        if (Ending == Ending.Closed && !closesAtOnce)
            frames.Add(Piece(default, random.Next(2) == 0 ? 3 : -1, isLast: true));
        if (Ending == Ending.Trailed)
            frames.Add(stream => Frames.Of(
                Frames.Headers, Frames.EndHeaders | Frames.EndStream, stream, RawHeaders.Encode([("x-late", "1")])));
        if (Ending == Ending.Reset)
            frames.Insert(random.Next(1, frames.Count + 1), stream => Frames.Reset(stream, random.Next(14)));
        var reset = Ending == Ending.Reset ? frames.FindIndex(frame => frame(1)[3] == Frames.ResetStream) : -1;
        return reset < 0 ? frames : frames[..(reset + 1)];
    }

    private static Func<int, byte[]> Piece(ReadOnlyMemory<byte> content, int padding, bool isLast)
    {
        var flags = isLast ? Frames.EndStream : (byte)0;
        return padding < 0
            ? stream => Frames.Of(Frames.Data, flags, stream, content.Span)
            : stream => Frames.PaddedData(flags, stream, content.Span, (byte)padding);
    }
}
