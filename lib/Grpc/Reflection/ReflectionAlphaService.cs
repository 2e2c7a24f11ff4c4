using Grpc.Core;
using Grpc.Reflection.V1;

namespace Grpc.Reflection;

/// <summary>The same under the name that older tools ask for; the messages are alike on the wire.</summary>
[BindServiceMethod(typeof(ReflectionAlphaService), nameof(Bind))]
internal sealed class ReflectionAlphaService(Lazy<SchemaIndex> schema) : ReflectionService(schema)
{
    public static void Bind(ServiceBinderBase binder, ReflectionAlphaService? service)
    {
        var method = new Method<ServerReflectionRequest, ServerReflectionResponse>(
            MethodType.DuplexStreaming,
            "grpc.reflection.v1alpha.ServerReflection",
            nameof(ServerReflectionInfo),
            ProtobufMarshaller.Of(ServerReflectionRequest.Parser),
            ProtobufMarshaller.Of(ServerReflectionResponse.Parser));
        binder.AddMethod(method, (DuplexStreamingServerMethod<ServerReflectionRequest, ServerReflectionResponse>?)null);
    }
}
