using System.Buffers;
using System.Buffers.Binary;

namespace Grpc.Json.Reading;

/// <summary>
/// A pooled buffer that a request is written to in protobuf's binary form. JSON, query and path all become wire bytes,
/// and the generated parser reads them: no field is set by reflection and later parts override earlier ones, as
/// protobuf prescribes for concatenated messages.
/// </summary>
internal sealed class WireBuffer : IDisposable
{
    /// <summary>A length is written in this many bytes always, so that nothing has to move once it is known.</summary>
    private const int LengthBytes = 4;
    private const int Initial = 1024;

    public byte[] Bytes { get; private set; } = ArrayPool<byte>.Shared.Rent(Initial);

    public int Length { get; private set; }

    public void Varint(ulong value)
    {
        var span = Room(10);
        var count = 0;
        while (value >= 0x80)
        {
            span[count++] = (byte)(value | 0x80);
            value >>= 7;
        }

        span[count++] = (byte)value;
        Length += count;
    }

    public void Fixed32(uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(Room(4), value);
        Length += 4;
    }

    public void Fixed64(ulong value)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(Room(8), value);
        Length += 8;
    }

    /// <summary>Length and bytes.</summary>
    public void Text(ReadOnlySpan<byte> value)
    {
        Varint((uint)value.Length);
        value.CopyTo(Room(value.Length));
        Length += value.Length;
    }

    /// <summary>Room for at least so many bytes; count what was used with <see cref="Advance"/>.</summary>
    public Span<byte> Room(int count)
    {
        if (Bytes.Length - Length < count)
            Grow(count);
        return Bytes.AsSpan(Length);
    }

    public void Advance(int count) => Length += count;

    /// <summary>Starts something with a length in front; hand the answer to <see cref="End"/>.</summary>
    public int Begin()
    {
        Room(LengthBytes);
        Length += LengthBytes;
        return Length;
    }

    public void End(int start)
    {
        var size = (uint)(Length - start);
        for (var i = 0; i < LengthBytes; i++)
        {
            var last = i == LengthBytes - 1;
            Bytes[start - LengthBytes + i] = (byte)((size & 0x7F) | (last ? 0u : 0x80u));
            size >>= 7;
        }
    }

    /// <summary>Turns the length-delimited value that starts here into its bare bytes.</summary>
    public void TakeOffLength(int start)
    {
        var content = start;
        while (content < Length && (Bytes[content] & 0x80) != 0)
            content++;
        content = Math.Min(content + 1, Length);
        Bytes.AsSpan(content, Length - content).CopyTo(Bytes.AsSpan(start));
        Length -= content - start;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(Bytes);
        Bytes = [];
        Length = 0;
    }

    private void Grow(int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Bytes.Length * 2, Length + count));
        Bytes.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(Bytes);
        Bytes = larger;
    }
}
