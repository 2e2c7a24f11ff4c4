using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server;

/// <summary>Puts the interceptors of a service around a handler, once, when the RPC is bound.</summary>
internal sealed class InterceptorChain
{
    // Innermost first, since the chain is built from the handler outwards.
    private readonly List<Func<HttpContext, Interceptor>> interceptors = [];

    public InterceptorChain(GrpcServiceOptions options, IServiceProvider root)
    {
        foreach (var registration in options.Interceptors)
        {
            object[] arguments = [.. registration.Arguments];
            interceptors.Insert(0, Activation.Of<Interceptor>(registration.Type, arguments, root));
        }
    }

    public UnaryServerMethod<TRequest, TReply> Around<TRequest, TReply>(UnaryServerMethod<TRequest, TReply> handler)
        where TRequest : class
        where TReply : class
    {
        foreach (var make in interceptors)
        {
            var next = handler;
            handler = (request, context) =>
                make(context.GetHttpContext()).UnaryServerHandler(request, context, next);
        }
        return handler;
    }

    public ClientStreamingServerMethod<TRequest, TReply> Around<TRequest, TReply>(
        ClientStreamingServerMethod<TRequest, TReply> handler)
        where TRequest : class
        where TReply : class
    {
        foreach (var make in interceptors)
        {
            var next = handler;
            handler = (requests, context) =>
                make(context.GetHttpContext()).ClientStreamingServerHandler(requests, context, next);
        }
        return handler;
    }

    public ServerStreamingServerMethod<TRequest, TReply> Around<TRequest, TReply>(
        ServerStreamingServerMethod<TRequest, TReply> handler)
        where TRequest : class
        where TReply : class
    {
        foreach (var make in interceptors)
        {
            var next = handler;
            handler = (request, replies, context) =>
                make(context.GetHttpContext()).ServerStreamingServerHandler(request, replies, context, next);
        }
        return handler;
    }

    public DuplexStreamingServerMethod<TRequest, TReply> Around<TRequest, TReply>(
        DuplexStreamingServerMethod<TRequest, TReply> handler)
        where TRequest : class
        where TReply : class
    {
        foreach (var make in interceptors)
        {
            var next = handler;
            handler = (requests, replies, context) =>
                make(context.GetHttpContext()).DuplexStreamingServerHandler(requests, replies, context, next);
        }
        return handler;
    }
}
