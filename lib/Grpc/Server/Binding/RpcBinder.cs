using System.Reflection;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using MethodDescriptor = Google.Protobuf.Reflection.MethodDescriptor;

namespace Grpc.AspNetCore.Server;

/// <summary>
/// Learns from generated code which RPCs a service has and binds each to the method of the service type, so that a
/// call needs no look-up.
/// </summary>
internal sealed class RpcBinder<TService> : ServiceBinderBase
    where TService : class
{
    private readonly List<RpcMethod> methods = [];
    private readonly ServiceBinding binding;
    private readonly InterceptorChain chain;
    private readonly Func<HttpContext, TService> activate;
    private ServiceDescriptor? descriptor;

    public RpcBinder(ServiceBinding binding)
    {
        this.binding = binding;
        chain = new InterceptorChain(binding.Options, binding.Root);
        activate = Activation.Of<TService>(typeof(TService), [], binding.Root);
    }

    /// <summary>Binds every RPC of the service.</summary>
    public IReadOnlyList<RpcMethod> Bind()
    {
        var named = typeof(TService).GetCustomAttribute<BindServiceMethodAttribute>(inherit: true)
            ?? FromParents(typeof(TService))
            ?? throw new InvalidOperationException($"{typeof(TService)} does not come from a generated service class.");
        descriptor = named.BindType.GetProperty("Descriptor")?.GetValue(null) as ServiceDescriptor;

        var bind = Array.Find(named.BindType.GetMethods(), m =>
            m.Name == named.BindMethodName && m.GetParameters() is [var first, _]
            && first.ParameterType == typeof(ServiceBinderBase));
        if (bind is null)
            throw new InvalidOperationException($"{named.BindType} has no {named.BindMethodName} for a binder.");
        bind.Invoke(null, [this, null]);
        return methods;
    }

    public override void AddMethod<TRequest, TReply>(
        Method<TRequest, TReply> method, UnaryServerMethod<TRequest, TReply>? handler)
    {
        var implementation = Implementation(method.Name, typeof(TRequest), typeof(ServerCallContext));
        var call = implementation.CreateDelegate<Func<TService, TRequest, ServerCallContext, Task<TReply>>>();
        Add(method, implementation, chain.Around<TRequest, TReply>(
            (request, context) => call(activate(context.GetHttpContext()), request, context)));
    }

    public override void AddMethod<TRequest, TReply>(
        Method<TRequest, TReply> method, ClientStreamingServerMethod<TRequest, TReply>? handler)
    {
        var implementation = Implementation(
            method.Name, typeof(IAsyncStreamReader<TRequest>), typeof(ServerCallContext));
        var call = implementation
            .CreateDelegate<Func<TService, IAsyncStreamReader<TRequest>, ServerCallContext, Task<TReply>>>();
        Add(method, implementation, chain.Around<TRequest, TReply>(
            (requests, context) => call(activate(context.GetHttpContext()), requests, context)));
    }

    public override void AddMethod<TRequest, TReply>(
        Method<TRequest, TReply> method, ServerStreamingServerMethod<TRequest, TReply>? handler)
    {
        var implementation = Implementation(
            method.Name, typeof(TRequest), typeof(IServerStreamWriter<TReply>), typeof(ServerCallContext));
        var call = implementation
            .CreateDelegate<Func<TService, TRequest, IServerStreamWriter<TReply>, ServerCallContext, Task>>();
        Add(method, implementation, chain.Around<TRequest, TReply>((request, replies, context) =>
            call(activate(context.GetHttpContext()), request, replies, context)));
    }

    public override void AddMethod<TRequest, TReply>(
        Method<TRequest, TReply> method, DuplexStreamingServerMethod<TRequest, TReply>? handler)
    {
        var implementation = Implementation(
            method.Name,
            typeof(IAsyncStreamReader<TRequest>),
            typeof(IServerStreamWriter<TReply>),
            typeof(ServerCallContext));
        var call = implementation.CreateDelegate<
            Func<TService, IAsyncStreamReader<TRequest>, IServerStreamWriter<TReply>, ServerCallContext, Task>>();
        Add(method, implementation, chain.Around<TRequest, TReply>((requests, replies, context) =>
            call(activate(context.GetHttpContext()), requests, replies, context)));
    }

    private static BindServiceMethodAttribute? FromParents(Type type)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
            if (parent.GetCustomAttribute<BindServiceMethodAttribute>() is { } found)
                return found;
        return null;
    }

    private static MethodInfo Implementation(string name, params Type[] parameters) =>
        typeof(TService).GetMethod(name, parameters)
        ?? throw new InvalidOperationException($"{typeof(TService)} has no method {name} to bind.");

    private void Add<TRequest, TReply>(Method<TRequest, TReply> method, MethodInfo implementation, Delegate handler)
        where TRequest : class
        where TReply : class
    {
        MethodDescriptor? known = descriptor?.FullName == method.ServiceName
            ? descriptor.FindMethodByName(method.Name)
            : null;
        methods.Add(new RpcMethod<TRequest, TReply>(method, known, handler, binding)
        {
            Metadata =
            [
                .. typeof(TService).GetCustomAttributes(inherit: true),
                .. implementation.GetCustomAttributes(inherit: true),
                new GrpcMethodMetadata(typeof(TService), method),
            ],
        });
    }
}
