namespace Grpc.Core;

/// <summary>Turns messages of one type into bytes and back.</summary>
public class Marshaller<T>
{
    private readonly Func<T, byte[]>? toBytes;
    private readonly Func<byte[], T>? fromBytes;

    /// <summary>A marshaller over arrays.</summary>
    public Marshaller(Func<T, byte[]> serializer, Func<byte[], T> deserializer)
    {
        toBytes = serializer ?? throw new ArgumentNullException(nameof(serializer));
        fromBytes = deserializer ?? throw new ArgumentNullException(nameof(deserializer));
        ContextualSerializer = (message, context) => context.Complete(serializer(message));
        ContextualDeserializer = context => deserializer(context.PayloadAsNewBuffer());
    }

    /// <summary>A marshaller that writes and reads in place.</summary>
    public Marshaller(Action<T, SerializationContext> serializer, Func<DeserializationContext, T> deserializer)
    {
        ContextualSerializer = serializer ?? throw new ArgumentNullException(nameof(serializer));
        ContextualDeserializer = deserializer ?? throw new ArgumentNullException(nameof(deserializer));
    }

    /// <summary>To an array. Only for a marshaller that was made over arrays.</summary>
    public Func<T, byte[]> Serializer => toBytes ?? throw new NotSupportedException("Made for contexts, not arrays.");

    /// <summary>From an array. Only for a marshaller that was made over arrays.</summary>
    public Func<byte[], T> Deserializer =>
        fromBytes ?? throw new NotSupportedException("Made for contexts, not arrays.");

    /// <summary>Writes a message to a context.</summary>
    public Action<T, SerializationContext> ContextualSerializer { get; }

    /// <summary>Reads a message from a context.</summary>
    public Func<DeserializationContext, T> ContextualDeserializer { get; }
}
