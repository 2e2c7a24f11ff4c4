using Grpc.Core.Interceptors;
using Grpc.Net.Client;

namespace Grpc.Net.ClientFactory;

/// <summary>Settings of the clients that are made through services.</summary>
public class GrpcClientFactoryOptions
{
    /// <summary>Where the service is.</summary>
    public Uri? Address { get; set; }

    /// <summary>Changes to the settings of the channel, in order.</summary>
    public IList<Action<GrpcChannelOptions>> ChannelOptionsActions { get; } = [];

    /// <summary>What stands around the calls; the first is outermost.</summary>
    public IList<InterceptorRegistration> InterceptorRegistrations { get; } = [];
}

/// <summary>How long an interceptor of a client lives.</summary>
public enum InterceptorScope
{
    /// <summary>One for all clients of the channel.</summary>
    Channel,

    /// <summary>One for each client, made from the services the client was asked of.</summary>
    Client,
}

/// <summary>How an interceptor of a client is made.</summary>
public class InterceptorRegistration(InterceptorScope scope, Func<IServiceProvider, Interceptor> creator)
{
    /// <summary>How long it lives.</summary>
    public InterceptorScope Scope { get; } = scope;

    internal Func<IServiceProvider, Interceptor> Creator { get; } = creator;
}
