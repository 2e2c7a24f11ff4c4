using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server;

/// <summary>
/// One bound RPC: what is known of it, and its handler with all interceptors around it. The gRPC endpoint and the
/// JSON endpoints both call it, so what holds for one holds for the other.
/// </summary>
internal abstract class RpcMethod(IMethod method, MethodDescriptor? descriptor, ServiceBinding binding)
{
    /// <summary>Names and kind of the method.</summary>
    public IMethod Method => method;

    public MethodType Type => method.Type;

    /// <summary>The path on the wire: <c>/service/method</c>.</summary>
    public string FullName => method.FullName;

    /// <summary>The protobuf description; null for a method that was bound by hand.</summary>
    public MethodDescriptor? Descriptor => descriptor;

    /// <summary>The settings and host services that the RPCs of a service share.</summary>
    public ServiceBinding Binding => binding;

    /// <summary>Attributes of the service and the method, for every endpoint that leads here.</summary>
    public required IReadOnlyList<object> Metadata { get; init; }

    /// <summary>Serves a gRPC request.</summary>
    public abstract RequestDelegate Serve { get; }

    /// <summary>Runs a unary RPC, interceptors included.</summary>
    public abstract Task<IMessage> Unary(IMessage request, ServerCallContext context);

    /// <summary>Runs a server-streaming RPC, interceptors included.</summary>
    public abstract Task ServerStreaming(
        IMessage request, IServerStreamWriter<IMessage> replies, ServerCallContext context);
}
