using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NaraVard.Gateway.Options;
using NaraVard.Gateway.Streams;
using NaraVard.Platform.Rest;
using Yarp.ReverseProxy.Transforms;

namespace NaraVard.Gateway.Forwarding;

/// <summary>YARP, with what the gateway adds around it.</summary>
internal static class ProxySetup
{
    // The browser's session is the gateway's: services know tokens only. From where and by which name somebody came is
    // nothing that a service decides by, and what nobody reads nobody can forge.
    private static readonly string[] OurBusiness =
    [
        "Cookie", "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Prefix", "X-Forwarded-Proto",
        RequestIds.Header,
    ];

    public static void AddProxy(
        this IServiceCollection services, ServicesOptions behind, LimitsOptions limits, ForwardingOptions options)
    {
        services.AddSingleton<Forwarder>();
        services.AddSingleton<StreamTransform>();
        services.AddReverseProxy()
            .LoadFromMemory(Routes.Of(behind), Routes.Clusters(behind, limits))
            .ConfigureHttpClient((_, handler) => Connect(handler, options))
            .AddTransforms(transforms =>
            {
                transforms.UseDefaultForwarders = false;
                transforms.AddRequestTransform(request =>
                {
                    foreach (var header in OurBusiness)
                        request.ProxyRequest.Headers.Remove(header);
                    request.ProxyRequest.Headers.Add(RequestIds.Header, request.HttpContext.TraceIdentifier);
                    return default;
                });
                transforms.AddResponseTransform(response =>
                {
                    if (response.ProxyResponse is not null)
                        Outcomes.NoteAnswer(response.HttpContext);
                    return default;
                });
                transforms.ResponseTransforms.Add(transforms.Services.GetRequiredService<StreamTransform>());
            });
    }

    public static void MapProxy(this IEndpointRouteBuilder app)
    {
        var forwarder = app.ServiceProvider.GetRequiredService<Forwarder>();
        app.MapReverseProxy(proxy => proxy.Use((context, next) => forwarder.Invoke(context, next)));
    }

    public static void Connect(SocketsHttpHandler handler, ForwardingOptions options)
    {
        handler.ConnectTimeout = TimeSpan.FromSeconds(options.ConnectSeconds);
        handler.PooledConnectionLifetime = TimeSpan.FromSeconds(options.ConnectionLifetimeSeconds);
        // A peer that vanished without a word is noticed although nothing is asked of it.
        handler.KeepAlivePingDelay = TimeSpan.FromSeconds(20);
        handler.KeepAlivePingTimeout = TimeSpan.FromSeconds(10);
        handler.ActivityHeadersPropagator ??= DistributedContextPropagator.Current;
    }
}
