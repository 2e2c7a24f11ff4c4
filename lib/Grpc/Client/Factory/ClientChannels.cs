using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.Extensions.Options;

namespace Grpc.Net.ClientFactory;

/// <summary>One channel per registered client, kept as long as the host.</summary>
internal sealed class ClientChannels(
    IServiceProvider root, IHttpMessageHandlerFactory handlers, IOptionsMonitor<GrpcClientFactoryOptions> settings)
    : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<(GrpcChannel Channel, CallInvoker Invoker)>> channels = new();

    /// <summary>What starts the calls of a client, with its interceptors.</summary>
    public CallInvoker Invoker(string name, IServiceProvider services)
    {
        var invoker = channels.GetOrAdd(name, n => new(() => Open(n))).Value.Invoker;
        return Around(invoker, settings.Get(name), InterceptorScope.Client, services);
    }

    public void Dispose()
    {
        foreach (var channel in channels.Values)
            if (channel.IsValueCreated)
                channel.Value.Channel.Dispose();
    }

    private static CallInvoker Around(
        CallInvoker invoker, GrpcClientFactoryOptions options, InterceptorScope scope, IServiceProvider services)
    {
        foreach (var registration in options.InterceptorRegistrations.Reverse())
            if (registration.Scope == scope)
                invoker = invoker.Intercept(registration.Creator(services));
        return invoker;
    }

    private (GrpcChannel, CallInvoker) Open(string name)
    {
        var options = settings.Get(name);
        var address = options.Address
            ?? throw new InvalidOperationException($"The gRPC client '{name}' has no address.");
        var channelOptions = new GrpcChannelOptions { HttpHandler = handlers.CreateHandler(name) };
        foreach (var change in options.ChannelOptionsActions)
            change(channelOptions);
        var channel = GrpcChannel.ForAddress(address, channelOptions);
        return (channel, Around(channel.CreateCallInvoker(), options, InterceptorScope.Channel, root));
    }
}
