using System.Buffers.Binary;
using Google.Protobuf;

namespace NaraVard.Benchmarks.Grpc;

/// <summary>Messages as they go over the wire.</summary>
internal static class Frames
{
    public static byte[] Of(IMessage message)
    {
        var content = message.ToByteArray();
        var frame = new byte[5 + content.Length];
        WriteHeader(frame, content.Length);
        content.CopyTo(frame, 5);
        return frame;
    }

    public static void WriteHeader(Span<byte> target, int length)
    {
        target[0] = 0;
        BinaryPrimitives.WriteInt32BigEndian(target[1..], length);
    }
}
