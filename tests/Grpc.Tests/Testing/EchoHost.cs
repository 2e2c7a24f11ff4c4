using System.Net;
using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NaraVard.Grpc.Tests.Testing;

/// <summary>A Kestrel with the test service on a free port, cleartext HTTP/2.</summary>
internal sealed class EchoHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private EchoHost(WebApplication app)
    {
        this.app = app;
        Address = new Uri(app.Urls.First());
    }

    public Uri Address { get; }

    public EchoState State => app.Services.GetRequiredService<EchoState>();

    public IServiceProvider Services => app.Services;

    public static async Task<EchoHost> Start(
        Action<GrpcServiceOptions>? options = null,
        Action<WebApplicationBuilder>? add = null,
        Action<WebApplication>? map = null,
        HttpProtocols protocols = HttpProtocols.Http2)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l => l.Protocols = protocols));
        builder.Services.AddSingleton<EchoState>();
        builder.Services.AddGrpc(options ?? (_ => { }));
        add?.Invoke(builder);

        var app = builder.Build();
        map?.Invoke(app);
        if (map is null)
            app.MapGrpcService<EchoService>();
        await app.StartAsync();
        return new EchoHost(app);
    }

    public Task Stop() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        State.LetGo.TrySetResult();
        await app.DisposeAsync();
    }
}
