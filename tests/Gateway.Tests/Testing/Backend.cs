using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NaraVard.Testing;

namespace NaraVard.Gateway.Tests.Testing;

/// <summary>A service behind the gateway: a real server for cleartext HTTP/2, with whatever a test maps.</summary>
internal sealed class Backend : IAsyncDisposable
{
    private readonly WebApplication app;
    private int requests;

    private Backend(string name, int port, Action<WebApplication> map, Action<IServiceCollection>? add)
    {
        Name = name;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddRouting();
        add?.Invoke(builder.Services);
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2));
        app = builder.Build();
        app.Use((context, next) =>
        {
            Interlocked.Increment(ref requests);
            return next(context);
        });
        map(app);
    }

    /// <summary>Its one word.</summary>
    public string Name { get; }

    /// <summary>Requests that have reached it.</summary>
    public int Requests => Volatile.Read(ref requests);

    public string Address => app.Urls.First();

    public int Port => new Uri(Address).Port;

    public static async Task<Backend> Start(
        string name, Action<WebApplication> map, Action<IServiceCollection>? add = null, int port = 0)
    {
        var backend = new Backend(name, port, map, add);
        await backend.app.StartAsync();
        return backend;
    }

    /// <summary>An address where nobody listens.</summary>
    public static string Gone() => $"http://127.0.0.1:{ServerFolder.FreePort()}";

    /// <summary>Drops every connection as a killed process does.</summary>
    public async Task Kill()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await app.StopAsync(now.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        await app.DisposeAsync();
    }

    /// <summary>Says over which service and path a request came, and all its headers.</summary>
    public static Task Mirror(HttpContext context)
    {
        foreach (var (name, value) in context.Request.Headers)
            context.Response.Headers[$"seen-{name}"] = value;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync($$"""{"path":"{{context.Request.Path}}{{context.Request.QueryString}}"}""");
    }
}
