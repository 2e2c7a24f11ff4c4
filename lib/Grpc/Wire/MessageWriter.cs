using System.Buffers;
using System.IO.Compression;
using Grpc.Core;

namespace Grpc.Wire;

/// <summary>
/// Frames messages. One that tells its length first and is not compressed goes straight to its target.
/// </summary>
internal sealed class MessageWriter(IBufferWriter<byte> target, int? maxSize) : SerializationContext
{
    private PooledBuffer? buffer;
    private CompressionLevel? compression;
    private int? length;
    private bool isCompleted;

    /// <summary>True while a message is written in part: its call cannot go on.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Compresses the messages that follow with gzip, or does not.</summary>
    public void Compress(CompressionLevel? level) => compression = level;

    public void Write<T>(T message, Action<T, SerializationContext> serializer)
    {
        length = null;
        isCompleted = false;
        try
        {
            serializer(message, this);
            if (!isCompleted)
                throw Refusals.Internal("The marshaller did not complete the message.");
        }
        finally
        {
            buffer?.Dispose();
            buffer = null;
        }
    }

    public override void SetPayloadLength(int payloadLength)
    {
        Check(payloadLength);
        length = payloadLength;
    }

    public override IBufferWriter<byte> GetBufferWriter()
    {
        if (compression is not null || length is not { } known)
            return buffer ??= new PooledBuffer(length ?? 512);
        if (!IsBroken)
        {
            MessageFrame.Write(target, false, known);
            IsBroken = true;
        }
        return target;
    }

    public override void Complete()
    {
        if (buffer is not null)
            Emit(buffer.Written.Span);
        else if (!IsBroken && length == 0)
            MessageFrame.Write(target, false, 0);
        IsBroken = false;
        isCompleted = true;
    }

    public override void Complete(byte[] payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        Emit(payload);
        isCompleted = true;
    }

    private void Emit(ReadOnlySpan<byte> payload)
    {
        Check(payload.Length);
        if (compression is { } level)
        {
            using var packed = Gzip.Compress(payload, level);
            MessageFrame.Write(target, true, packed.Written.Length);
            target.Write(packed.Written.Span);
        }
        else
        {
            MessageFrame.Write(target, false, payload.Length);
            target.Write(payload);
        }
    }

    private void Check(int size)
    {
        if (size > maxSize)
            throw Refusals.TooLarge("A message to send", size, maxSize.Value);
    }
}
