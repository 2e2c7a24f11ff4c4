using System.Buffers.Binary;
using System.IO.Compression;
using Google.Protobuf;
using NaraVard.Grpc.Tests.Echo.V1;

namespace NaraVard.Grpc.Tests.Raw;

/// <summary>Messages as bytes, right and wrong.</summary>
internal static class Framed
{
    public static byte[] Say(string text) => Of(0, new SayRequest { Text = text }.ToByteArray());

    public static byte[] Message(IMessage message) => Of(0, message.ToByteArray());

    public static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(content);
        return packed.ToArray();
    }

    public static byte[] Gunzip(byte[] packed)
    {
        using var plain = new MemoryStream();
        using (var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress))
            gzip.CopyTo(plain);
        return plain.ToArray();
    }

    /// <summary>The messages of an answer, packed or not.</summary>
    public static List<IMessage> Read(byte[] body, MessageParser parser)
    {
        List<IMessage> messages = [];
        for (var at = 0; at < body.Length;)
        {
            var content = body.AsSpan(at + 5, (int)BinaryPrimitives.ReadUInt32BigEndian(body.AsSpan(at + 1))).ToArray();
            messages.Add(parser.ParseFrom(body[at] == 1 ? Gunzip(content) : content));
            at += 5 + content.Length;
        }
        return messages;
    }

    /// <summary>A frame with any flags, and any length in its header.</summary>
    public static byte[] Of(byte flags, byte[] content, uint? length = null)
    {
        var frame = new byte[5 + content.Length];
        frame[0] = flags;
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), length ?? (uint)content.Length);
        content.CopyTo(frame, 5);
        return frame;
    }
}
