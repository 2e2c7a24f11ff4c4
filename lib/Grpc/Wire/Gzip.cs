using System.Buffers;
using System.IO.Compression;
using Grpc.Core;

namespace Grpc.Wire;

/// <summary>The one compression that we speak.</summary>
internal static class Gzip
{
    public const string Name = "gzip";

    public static PooledBuffer Compress(ReadOnlySpan<byte> payload, CompressionLevel level)
    {
        var packed = new PooledBuffer(payload.Length / 2 + 64);
        using var stream = new GZipStream(new BufferStream(packed), level);
        stream.Write(payload);
        return packed;
    }

    /// <summary>Unpacks, but never more than the limit: a small message can hold a very large one.</summary>
    public static PooledBuffer Decompress(in ReadOnlySequence<byte> payload, int? maxSize)
    {
        var plain = new PooledBuffer((int)Math.Min(payload.Length * 3, 1 << 16));
        try
        {
            using var stream = new GZipStream(new SequenceStream(payload), CompressionMode.Decompress);
            while (stream.Read(plain.GetSpan(1024)) is > 0 and var count)
            {
                plain.Advance(count);
                if (plain.Written.Length > maxSize)
                    throw Refusals.TooLarge("A decompressed message", plain.Written.Length, maxSize.Value);
            }
            return plain;
        }
        catch (InvalidDataException broken)
        {
            plain.Dispose();
            throw Refusals.Internal("A message could not be decompressed.", broken);
        }
        catch (RpcException)
        {
            plain.Dispose();
            throw;
        }
    }
}
