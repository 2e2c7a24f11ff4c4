using System.Buffers;
using System.Buffers.Binary;

namespace Grpc.Wire;

/// <summary>The five bytes before each message: compressed or not, and the length.</summary>
internal readonly record struct MessageFrame(bool IsCompressed, uint Length)
{
    public const int HeaderSize = 5;

    public static void Write(IBufferWriter<byte> target, bool isCompressed, int length)
    {
        Write(target.GetSpan(HeaderSize), isCompressed, length);
        target.Advance(HeaderSize);
    }

    public static void Write(Span<byte> header, bool isCompressed, int length)
    {
        header[0] = isCompressed ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteUInt32BigEndian(header[1..], (uint)length);
    }

    /// <summary>Reads the header of a frame; false when it is not all there.</summary>
    public static bool TryRead(in ReadOnlySequence<byte> buffer, out MessageFrame frame)
    {
        frame = default;
        if (buffer.Length < HeaderSize)
            return false;

        Span<byte> copy = stackalloc byte[HeaderSize];
        scoped var first = buffer.FirstSpan;
        if (first.Length < HeaderSize)
        {
            buffer.Slice(0, HeaderSize).CopyTo(copy);
            first = copy;
        }
        if (first[0] > 1)
            throw Refusals.Internal($"A message has the flags {first[0]}; only 0 and 1 are known.");
        frame = new MessageFrame(first[0] == 1, BinaryPrimitives.ReadUInt32BigEndian(first[1..]));
        return true;
    }
}
