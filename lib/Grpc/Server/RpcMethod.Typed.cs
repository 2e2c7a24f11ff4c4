using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server;

/// <summary>A bound RPC with its message types.</summary>
internal sealed class RpcMethod<TRequest, TReply> : RpcMethod
    where TRequest : class
    where TReply : class
{
    private readonly Method<TRequest, TReply> method;
    private readonly Delegate handler;

    /// <param name="method">The method with its marshallers.</param>
    /// <param name="descriptor">The protobuf description, if any.</param>
    /// <param name="handler">The server method delegate of the kind of call, interceptors included.</param>
    /// <param name="binding">What the RPCs of the service share.</param>
    public RpcMethod(
        Method<TRequest, TReply> method, MethodDescriptor? descriptor, Delegate handler, ServiceBinding binding)
        : base(method, descriptor, binding)
    {
        this.method = method;
        this.handler = handler;
        Serve = handler switch
        {
            UnaryServerMethod<TRequest, TReply> unary => http => GrpcCalls.Unary(http, this, unary),
            ServerStreamingServerMethod<TRequest, TReply> server =>
                http => GrpcCalls.ServerStreaming(http, this, server),
            ClientStreamingServerMethod<TRequest, TReply> client =>
                http => GrpcCalls.ClientStreaming(http, this, client),
            DuplexStreamingServerMethod<TRequest, TReply> duplex =>
                http => GrpcCalls.DuplexStreaming(http, this, duplex),
            _ => throw new ArgumentException($"{method.FullName} has no handler.", nameof(handler)),
        };
    }

    public Marshaller<TRequest> Requests => method.RequestMarshaller;

    public Marshaller<TReply> Replies => method.ResponseMarshaller;

    public override RequestDelegate Serve { get; }

    public override async Task<IMessage> Unary(IMessage request, ServerCallContext context)
    {
        var unary = (UnaryServerMethod<TRequest, TReply>)handler;
        return (IMessage)await unary((TRequest)request, context).ConfigureAwait(false);
    }

    public override Task ServerStreaming(
        IMessage request, IServerStreamWriter<IMessage> replies, ServerCallContext context)
    {
        // A writer of any message is a writer of this message.
        var typed = (IServerStreamWriter<TReply>)replies;
        return ((ServerStreamingServerMethod<TRequest, TReply>)handler)((TRequest)request, typed, context);
    }
}
