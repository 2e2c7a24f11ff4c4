using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Grpc.Net.ClientFactory;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds gRPC clients to a host.</summary>
public static class GrpcClientRegistration
{
    /// <summary>Adds a generated client under the name of its type.</summary>
    public static IHttpClientBuilder AddGrpcClient<TClient>(
        this IServiceCollection services, Action<GrpcClientFactoryOptions> configureClient)
        where TClient : class => services.AddGrpcClient<TClient>(typeof(TClient).Name, configureClient);

    /// <summary>Adds a generated client under a name of its own.</summary>
    public static IHttpClientBuilder AddGrpcClient<TClient>(
        this IServiceCollection services, string name, Action<GrpcClientFactoryOptions> configureClient)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(services);
        services.Configure(name, configureClient);
        services.TryAddSingleton<ClientChannels>();
        var create = ActivatorUtilities.CreateFactory<TClient>([typeof(CallInvoker)]);
        services.AddTransient(s => create(s, [s.GetRequiredService<ClientChannels>().Invoker(name, s)]));
        return services.AddHttpClient(name)
            .ConfigurePrimaryHttpMessageHandler(GrpcChannel.NewHandler)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
    }

    /// <summary>Changes the settings of the channel.</summary>
    public static IHttpClientBuilder ConfigureChannel(
        this IHttpClientBuilder builder, Action<GrpcChannelOptions> configureChannel)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Configure<GrpcClientFactoryOptions>(
            builder.Name, o => o.ChannelOptionsActions.Add(configureChannel));
        return builder;
    }

    /// <summary>Puts an interceptor around the calls; it is taken from services when registered, else made.</summary>
    public static IHttpClientBuilder AddInterceptor<TInterceptor>(
        this IHttpClientBuilder builder, InterceptorScope scope = InterceptorScope.Channel)
        where TInterceptor : Interceptor
    {
        ArgumentNullException.ThrowIfNull(builder);
        var registration = new InterceptorRegistration(
            scope, ActivatorUtilities.GetServiceOrCreateInstance<TInterceptor>);
        builder.Services.Configure<GrpcClientFactoryOptions>(
            builder.Name, o => o.InterceptorRegistrations.Add(registration));
        return builder;
    }
}
