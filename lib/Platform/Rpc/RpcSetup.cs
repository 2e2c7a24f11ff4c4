using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NaraVard.Platform.Hosting;
using NaraVard.Platform.Options;
using NaraVard.Platform.Rest;

namespace NaraVard.Platform.Rpc;

/// <summary>What stands around every RPC, from the outside in: metrics, errors, access log, idempotency.</summary>
internal static class RpcSetup
{
    public static void AddRpc(this IHostApplicationBuilder builder)
    {
        builder.AddChecked<IdempotencyOptions>("Idempotency");
        var bytesMax = builder.AddChecked<EndpointsOptions>("Endpoints").RequestBodyBytesMax;
        builder.Services.AddSingleton<RpcMetrics>();
        builder.Services.AddSingleton<ErrorInterceptor>();
        builder.Services.AddSingleton<AccessInterceptor>();
        builder.Services.AddSingleton<IdempotencyInterceptor>();
        builder.Services.AddSingleton<AnswerSweeper>();
        builder.Services.AddHostedService(services => services.GetRequiredService<AnswerSweeper>());
        builder.Services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = (int)bytesMax;
            grpc.Interceptors.Add<RpcMetrics>();
            grpc.Interceptors.Add<ErrorInterceptor>();
            grpc.Interceptors.Add<AccessInterceptor>();
            grpc.Interceptors.Add<IdempotencyInterceptor>();
        });
        builder.Services.AddGrpcHealthChecks();
        builder.Services.AddGrpcReflection();
    }
}
