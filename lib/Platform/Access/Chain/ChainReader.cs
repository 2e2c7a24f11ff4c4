using System.Buffers.Binary;

namespace NaraVard.Platform.Access.Chain;

/// <summary>Reads binary COPY and hands each row on as it lies in the buffer.</summary>
internal sealed class ChainReader(Stream stream)
{
    private const int HeaderBytes = 19;
    private byte[] buffer = new byte[256 * 1024];
    private int start;
    private int end;

    public async Task ReadAll(ChainCheck check, CancellationToken cancellation)
    {
        await Need(HeaderBytes, cancellation);
        start += HeaderBytes;
        while (true)
        {
            if (Row() is { Length: > 0 } row)
            {
                check.Row(row.Span);
                continue;
            }

            if (end - start >= sizeof(short) && BinaryPrimitives.ReadInt16BigEndian(buffer.AsSpan(start)) == -1)
                return;
            await Need(end - start + 1, cancellation);
        }
    }

    /// <summary>The columns of the next row; empty when it is not wholly in the buffer.</summary>
    private ReadOnlyMemory<byte> Row()
    {
        var at = start + sizeof(short);
        if (at > end || BinaryPrimitives.ReadInt16BigEndian(buffer.AsSpan(start)) < 0)
            return default;
        for (var column = 0; column < ChainColumns.Count; column++)
        {
            if (at + sizeof(int) > end)
                return default;
            at += sizeof(int) + Math.Max(0, BinaryPrimitives.ReadInt32BigEndian(buffer.AsSpan(at)));
            if (at > end)
                return default;
        }

        var row = buffer.AsMemory((start + sizeof(short))..at);
        start = at;
        return row;
    }

    private async Task Need(int count, CancellationToken cancellation)
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        if (count > buffer.Length)
            Array.Resize(ref buffer, Math.Max(count, buffer.Length * 2));
        while (end < count)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(end), cancellation);
            if (read == 0)
                throw new EndOfStreamException("The access log ended in the middle of a row.");
            end += read;
        }
    }
}
