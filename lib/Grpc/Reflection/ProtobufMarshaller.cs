using Google.Protobuf;
using Grpc.Core;

namespace Grpc.Reflection;

/// <summary>Marshallers for methods that no generated code describes.</summary>
internal static class ProtobufMarshaller
{
    public static Marshaller<T> Of<T>(MessageParser<T> parser)
        where T : class, IMessage<T> =>
        new(Write, context => parser.ParseFrom(context.PayloadAsReadOnlySequence()));

    private static void Write<T>(T message, SerializationContext context)
        where T : IMessage
    {
        context.SetPayloadLength(message.CalculateSize());
        message.WriteTo(context.GetBufferWriter());
        context.Complete();
    }
}
