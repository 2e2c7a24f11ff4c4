using System.Buffers;

namespace Grpc.Wire;

/// <summary>A growing buffer on rented memory.</summary>
internal sealed class PooledBuffer(int initialSize = 512) : IBufferWriter<byte>, IDisposable
{
    private byte[] memory = ArrayPool<byte>.Shared.Rent(initialSize);
    private int written;

    public ReadOnlyMemory<byte> Written => memory.AsMemory(0, written);

    public void Clear() => written = 0;

    public void Advance(int count) => written += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Grow(sizeHint);
        return memory.AsMemory(written);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Grow(sizeHint);
        return memory.AsSpan(written);
    }

    public void Dispose()
    {
        if (memory.Length == 0)
            return;
        ArrayPool<byte>.Shared.Return(memory);
        memory = [];
        written = 0;
    }

    private void Grow(int sizeHint)
    {
        var needed = written + Math.Max(sizeHint, 1);
        if (needed <= memory.Length)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, memory.Length * 2));
        memory.AsSpan(0, written).CopyTo(larger);
        if (memory.Length > 0)
            ArrayPool<byte>.Shared.Return(memory);
        memory = larger;
    }
}
