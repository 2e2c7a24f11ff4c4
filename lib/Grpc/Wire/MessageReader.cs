using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Google.Protobuf;
using Grpc.Core;

namespace Grpc.Wire;

/// <summary>
/// Takes framed messages from a pipe. The marshaller sees the bytes where they lie, not a copy of them.
/// </summary>
/// <param name="pipe">Where the bytes come from.</param>
/// <param name="maxSize">The largest message, in bytes, packed or unpacked; null for no limit.</param>
/// <param name="encoding">The <c>grpc-encoding</c> of the other side, known to be one that we speak.</param>
internal sealed class MessageReader(PipeReader pipe, int? maxSize, string? encoding) : DeserializationContext
{
    private ReadOnlySequence<byte> payload;

    public override int PayloadLength => (int)payload.Length;

    public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => payload;

    public override byte[] PayloadAsNewBuffer() => payload.ToArray();

    /// <summary>The next message; null at the end of the stream.</summary>
    public ValueTask<T?> Next<T>(Func<DeserializationContext, T> deserializer, CancellationToken stop)
        where T : class
    {
        stop.ThrowIfCancellationRequested();
        // Small messages come many at a time.
        return pipe.TryRead(out var read) && TryNext(read, deserializer, out var message)
            ? new ValueTask<T?>(message)
            : WaitNext(deserializer, stop);
    }

    /// <summary>The only message of the stream; none or more than one is a violation.</summary>
    public ValueTask<T> Only<T>(Func<DeserializationContext, T> deserializer, CancellationToken stop)
        where T : class
    {
        T? message = null;
        // A small request is all there when its call starts.
        return pipe.TryRead(out var read) && TryOnly(read, deserializer, ref message)
            ? new ValueTask<T>(message!)
            : WaitOnly(message, deserializer, stop);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<T?> WaitNext<T>(Func<DeserializationContext, T> deserializer, CancellationToken stop)
        where T : class
    {
        while (true)
        {
            var read = await pipe.ReadAsync(stop).ConfigureAwait(false);
            if (TryNext(read, deserializer, out var message))
                return message;
        }
    }

    // True when there is a message, or none because the stream has ended.
    private bool TryNext<T>(in ReadResult read, Func<DeserializationContext, T> deserializer, out T? message)
        where T : class
    {
        var buffer = read.Buffer;
        if (TryTake(ref buffer, deserializer, out message))
        {
            pipe.AdvanceTo(buffer.Start);
            return true;
        }
        if (read.IsCanceled)
            throw new OperationCanceledException("Reading was cancelled.");

        var left = buffer.Length;
        pipe.AdvanceTo(read.IsCompleted ? buffer.End : buffer.Start, buffer.End);
        if (!read.IsCompleted)
            return false;
        return left == 0 ? true : throw Refusals.Internal("The stream ended inside a message.");
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<T> WaitOnly<T>(
        T? message, Func<DeserializationContext, T> deserializer, CancellationToken stop)
        where T : class
    {
        while (true)
        {
            var read = await pipe.ReadAsync(stop).ConfigureAwait(false);
            if (TryOnly(read, deserializer, ref message))
                return message!;
        }
    }

    // True when the message is there and the stream has ended after it.
    private bool TryOnly<T>(in ReadResult read, Func<DeserializationContext, T> deserializer, ref T? message)
        where T : class
    {
        var buffer = read.Buffer;
        if (message is null)
            TryTake(ref buffer, deserializer, out message);
        if (message is not null && !buffer.IsEmpty)
            throw Refusals.Unimplemented("One message was expected, and more came.");
        if (read.IsCanceled)
            throw new OperationCanceledException("Reading was cancelled.");

        var left = buffer.Length;
        pipe.AdvanceTo(read.IsCompleted ? buffer.End : buffer.Start, buffer.End);
        if (!read.IsCompleted)
            return false;
        if (message is not null)
            return true;
        throw left == 0
            ? Refusals.Unimplemented("One message was expected, and none came.")
            : Refusals.Internal("The stream ended inside a message.");
    }

    private bool TryTake<T>(
        ref ReadOnlySequence<byte> buffer, Func<DeserializationContext, T> deserializer, out T? message)
        where T : class
    {
        message = null;
        if (!MessageFrame.TryRead(buffer, out var frame))
            return false;
        if (frame.Length > (uint)(maxSize ?? int.MaxValue))
            throw Refusals.TooLarge("A received message", frame.Length, maxSize ?? int.MaxValue);
        if (buffer.Length - MessageFrame.HeaderSize < frame.Length)
            return false;

        var content = buffer.Slice(MessageFrame.HeaderSize, frame.Length);
        buffer = buffer.Slice(content.End);
        message = frame.IsCompressed ? Unpack(content, deserializer) : Parse(content, deserializer);
        return true;
    }

    private T Unpack<T>(in ReadOnlySequence<byte> content, Func<DeserializationContext, T> deserializer)
    {
        if (encoding is null or "identity")
            throw Refusals.Internal("A compressed message came without a grpc-encoding.");
        using var plain = Gzip.Decompress(content, maxSize);
        return Parse(new ReadOnlySequence<byte>(plain.Written), deserializer);
    }

    private T Parse<T>(in ReadOnlySequence<byte> content, Func<DeserializationContext, T> deserializer)
    {
        payload = content;
        try
        {
            return deserializer(this);
        }
        catch (Exception invalid) when (invalid is InvalidProtocolBufferException or InvalidOperationException)
        {
            // Protobuf's parser says so with the second when a wrapper's inside ends too early.
            throw Refusals.Internal("A message is not valid protobuf.", invalid);
        }
        finally
        {
            payload = default;
        }
    }
}
