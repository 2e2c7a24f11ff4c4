using System.Buffers;
using System.Buffers.Binary;

namespace NaraVard.Grpc.Tests.Interop.Tap;

/// <summary>How the messages of one direction of a stream went over the wire, told from their bytes.</summary>
internal sealed class MessageMarks
{
    private readonly List<string> marks = [];
    private readonly byte[] header = new byte[5];
    private int read;
    private uint left;

    public override string ToString()
    {
        lock (marks)
            return string.Join(", ", marks);
    }

    public void Add(in ReadOnlySequence<byte> data)
    {
        lock (marks)
            foreach (var piece in data)
                Add(piece.Span);
    }

    private void Add(ReadOnlySpan<byte> data)
    {
        while (!data.IsEmpty)
        {
            var count = (int)Math.Min(left > 0 ? left : (uint)(header.Length - read), (uint)data.Length);
            if (left > 0)
                left -= (uint)count;
            else
                Begin(data[..count]);
            data = data[count..];
        }
    }

    private void Begin(ReadOnlySpan<byte> part)
    {
        part.CopyTo(header.AsSpan(read));
        read += part.Length;
        if (read < header.Length)
            return;
        read = 0;
        left = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(1));
        marks.Add(header[0] == 1 ? "gzip" : left == 0 ? "empty" : "plain");
    }
}
