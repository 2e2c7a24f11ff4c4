using System.Buffers;

namespace Grpc.Core;

/// <summary>Where a marshaller puts one message.</summary>
public abstract class SerializationContext
{
    /// <summary>Completes with a message held in an array.</summary>
    public virtual void Complete(byte[] payload) => throw new NotSupportedException();

    /// <summary>Completes with what was written to <see cref="GetBufferWriter"/>.</summary>
    public virtual void Complete() => throw new NotSupportedException();

    /// <summary>The place to write to; call <see cref="SetPayloadLength"/> first when the length is known.</summary>
    public virtual IBufferWriter<byte> GetBufferWriter() => throw new NotSupportedException();

    /// <summary>Promises the length, in bytes, of what will be written: it can then go out without a copy.</summary>
    public virtual void SetPayloadLength(int payloadLength) => throw new NotSupportedException();
}
