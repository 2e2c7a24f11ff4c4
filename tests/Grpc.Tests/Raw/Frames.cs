using System.Buffers.Binary;

namespace NaraVard.Grpc.Tests.Raw;

/// <summary>HTTP/2 frames as bytes.</summary>
internal static class Frames
{
    public const byte Data = 0;
    public const byte Headers = 1;
    public const byte Priority = 2;
    public const byte ResetStream = 3;
    public const byte Settings = 4;
    public const byte PushPromise = 5;
    public const byte Ping = 6;
    public const byte GoAway = 7;
    public const byte WindowUpdate = 8;
    public const byte Continuation = 9;

    public const byte EndStream = 1;
    public const byte Acknowledged = 1;
    public const byte EndHeaders = 4;
    public const byte Padded = 8;

    public const int HeaderSize = 9;

    /// <summary>A frame, with any length in its header.</summary>
    public static byte[] Of(byte type, byte flags, int stream, ReadOnlySpan<byte> content, int? length = null)
    {
        var frame = new byte[HeaderSize + content.Length];
        var said = length ?? content.Length;
        frame[0] = (byte)(said >> 16);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(1), (ushort)said);
        frame[3] = type;
        frame[4] = flags;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), stream);
        content.CopyTo(frame.AsSpan(HeaderSize));
        return frame;
    }

    /// <summary>A frame whose content ends in so many bytes of padding.</summary>
    public static byte[] PaddedData(byte flags, int stream, ReadOnlySpan<byte> content, byte padding)
    {
        var padded = new byte[1 + content.Length + padding];
        padded[0] = padding;
        content.CopyTo(padded.AsSpan(1));
        return Of(Data, (byte)(flags | Padded), stream, padded);
    }

    public static byte[] Reset(int stream, int code = 8)
    {
        var content = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(content, code);
        return Of(ResetStream, 0, stream, content);
    }
}
