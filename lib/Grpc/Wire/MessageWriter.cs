using System.Buffers;
using System.IO.Compression;
using Grpc.Core;

namespace Grpc.Wire;

/// <summary>
/// Frames messages. One that tells its length first and is not compressed goes straight to its target: a small one
/// in one piece together with its header, a large one piece by piece.
/// </summary>
internal sealed class MessageWriter(IBufferWriter<byte> target, int? maxSize)
    : SerializationContext, IBufferWriter<byte>
{
    // What surely fits into one piece of the target.
    private const int SmallMax = 2048;

    private PooledBuffer? buffer;
    private Memory<byte> piece;
    private CompressionLevel? compression;
    private int length;
    private int written;
    private bool isCompleted;

    /// <summary>True while a message is written in part: its call cannot go on.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Compresses the messages that follow with gzip, or does not.</summary>
    public void Compress(CompressionLevel? level) => compression = level;

    public void Write<T>(T message, Action<T, SerializationContext> serializer)
    {
        length = -1;
        written = 0;
        isCompleted = false;
        try
        {
            serializer(message, this);
            if (!isCompleted)
                throw Refusals.Internal("The marshaller did not complete the message.");
        }
        finally
        {
            piece = default;
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
        if (compression is not null || length < 0)
            return buffer ??= new PooledBuffer(Math.Max(length, 512));
        if (length > SmallMax)
        {
            if (!IsBroken)
                MessageFrame.Write(target, false, length);
            IsBroken = true;
            return target;
        }
        if (piece.IsEmpty)
            piece = target.GetMemory(MessageFrame.HeaderSize + length);
        return this;
    }

    public override void Complete()
    {
        isCompleted = true;
        IsBroken = false;
        if (buffer is not null)
            Emit(buffer.Written.Span);
        else if (!piece.IsEmpty || length == 0)
            EmitPiece();
    }

    public override void Complete(byte[] payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        Emit(payload);
        isCompleted = true;
    }

    void IBufferWriter<byte>.Advance(int count) => written += count;

    Memory<byte> IBufferWriter<byte>.GetMemory(int sizeHint) =>
        piece.Slice(MessageFrame.HeaderSize + written, length - written);

    Span<byte> IBufferWriter<byte>.GetSpan(int sizeHint) =>
        piece.Span.Slice(MessageFrame.HeaderSize + written, length - written);

    private void EmitPiece()
    {
        if (written != length)
            throw Refusals.Internal("The marshaller wrote another length than it promised.");
        if (piece.IsEmpty)
            piece = target.GetMemory(MessageFrame.HeaderSize);
        MessageFrame.Write(piece.Span, false, length);
        target.Advance(MessageFrame.HeaderSize + length);
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
