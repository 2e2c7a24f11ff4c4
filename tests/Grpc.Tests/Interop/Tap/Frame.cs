using System.Buffers;
using System.Buffers.Binary;

namespace NaraVard.Grpc.Tests.Interop.Tap;

/// <summary>An HTTP/2 frame.</summary>
internal readonly record struct Frame(byte Type, byte Flags, int Stream, ReadOnlySequence<byte> Payload)
{
    public const byte Data = 0;
    public const byte Headers = 1;
    public const byte Reset = 3;

    private const int HeaderSize = 9;
    private const byte Padded = 8;

    /// <summary>What a data frame holds beside padding.</summary>
    public ReadOnlySequence<byte> Content =>
        (Flags & Padded) == 0 ? Payload : Payload.Slice(1, Payload.Length - 1 - Payload.FirstSpan[0]);

    /// <summary>Takes the first frame when all of it is there.</summary>
    public static bool TryTake(ref ReadOnlySequence<byte> buffer, out Frame frame)
    {
        frame = default;
        if (buffer.Length < HeaderSize)
            return false;
        Span<byte> header = stackalloc byte[HeaderSize];
        buffer.Slice(0, HeaderSize).CopyTo(header);
        var length = BinaryPrimitives.ReadInt32BigEndian(header) >>> 8;
        if (buffer.Length < HeaderSize + length)
            return false;
        var stream = BinaryPrimitives.ReadInt32BigEndian(header[5..]) & int.MaxValue;
        frame = new Frame(header[3], header[4], stream, buffer.Slice(HeaderSize, length));
        buffer = buffer.Slice(HeaderSize + length);
        return true;
    }

    /// <summary>The error code of a reset.</summary>
    public uint ErrorCode()
    {
        Span<byte> code = stackalloc byte[4];
        Payload.CopyTo(code);
        return BinaryPrimitives.ReadUInt32BigEndian(code);
    }
}
