using Google.Protobuf;

namespace NaraVard.Grpc.Tests.Hostile.Calls;

/// <summary>Protobuf that a parser has to be careful with.</summary>
internal static class OddProtobuf
{
    private const int InnerOfKinds = 17;
    private const int InnerOfInner = 2;

    public static byte[] Of(Random random) => random.Next(8) switch
    {
        0 => Nested(InnerOfKinds, InnerOfInner, random.Next(1, 300)),
        1 => Groups(random.Next(1, 300), isClosed: random.Next(2) == 0),
        2 => Written(output => output.WriteRawTag(0)),
        3 => Written(output => WriteVarint(output, random.Next(9, 13))),
        4 => Written(output => WriteLength(output, int.MaxValue)),
        5 => Written(output => WriteLength(output, -1)),
        6 => Written(output => WriteText(output, [0xC3, 0x28, 0xED, 0xA0, 0x80])),
        _ => Written(output => WriteMany(output, random.Next(1, 2000))),
    };

    private static byte[] Nested(int outer, int inner, int depth)
    {
        byte[] content = [];
        for (var i = depth; i >= 0; i--)
        {
            var (field, within) = (i == 0 ? outer : inner, content);
            content = Written(output =>
            {
                output.WriteTag(field, WireFormat.WireType.LengthDelimited);
                output.WriteBytes(ByteString.CopyFrom(within));
            });
        }
        return content;
    }

    private static byte[] Groups(int depth, bool isClosed) => Written(output =>
    {
        for (var i = 0; i < depth; i++)
            output.WriteTag(1000, WireFormat.WireType.StartGroup);
        for (var i = 0; i < depth && isClosed; i++)
            output.WriteTag(1000, WireFormat.WireType.EndGroup);
    });

    private static void WriteVarint(CodedOutputStream output, int size)
    {
        output.WriteTag(6, WireFormat.WireType.Varint);
        for (var i = 1; i < size; i++)
            output.WriteRawTag(0xFF);
        output.WriteRawTag(1);
    }

    private static void WriteLength(CodedOutputStream output, int length)
    {
        output.WriteTag(1, WireFormat.WireType.LengthDelimited);
        output.WriteInt32(length);
    }

    private static void WriteText(CodedOutputStream output, byte[] text)
    {
        output.WriteTag(1, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(ByteString.CopyFrom(text));
    }

    // The same field again and again, of which the last counts, and unknown ones, which are kept.
    private static void WriteMany(CodedOutputStream output, int count)
    {
        for (var i = 0; i < count; i++)
        {
            output.WriteTag(1 + (i % 2 * 2000), WireFormat.WireType.LengthDelimited);
            output.WriteString("x");
        }
    }

    private static byte[] Written(Action<CodedOutputStream> write)
    {
        using var memory = new MemoryStream();
        using (var output = new CodedOutputStream(memory))
            write(output);
        return memory.ToArray();
    }
}
