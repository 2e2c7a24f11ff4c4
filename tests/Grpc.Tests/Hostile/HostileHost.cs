using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NaraVard.Grpc.Tests.Hostile;

/// <summary>
/// A server that is attacked: gRPC and JSON on one HTTP/2 port, JSON on an HTTP/1.1 port. It counts what is open and
/// keeps every line that says that something went wrong.
/// </summary>
internal sealed class HostileHost : IAsyncDisposable
{
    /// <summary>The largest message or body that is taken.</summary>
    public const int MessageMax = 64 * 1024;

    private readonly WebApplication app;
    private readonly ConcurrentQueue<string> faults;
    private int calls;
    private int connections;

    private HostileHost(WebApplicationBuilder builder, ConcurrentQueue<string> faults, Action<KestrelServerLimits> set)
    {
        this.faults = faults;
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            set(kestrel.Limits);
            foreach (var protocols in (HttpProtocols[])[HttpProtocols.Http2, HttpProtocols.Http1])
                kestrel.Listen(IPAddress.Loopback, 0, endpoint =>
                {
                    endpoint.Protocols = protocols;
                    endpoint.Use(next => connection => Connected(next, connection));
                });
        });
        app = builder.Build();
        app.Use(Called);
        app.UseProblems();
        app.UseRouting();
        app.MapGrpcService<TameService>();
        app.MapGrpcService<TameKinds>();
        app.MapGrpcService<TameVisits>();
    }

    public Uri Http2 => new(app.Urls.First());

    public Uri Http1 => new(app.Urls.Last());

    /// <summary>Requests that are being served now.</summary>
    public int Calls => Volatile.Read(ref calls);

    /// <summary>What the requests were answered with, or would have been.</summary>
    public ConcurrentQueue<int> Statuses { get; } = [];

    public int Connections => Volatile.Read(ref connections);

    /// <summary>Lines of level Error and above, and all that hold an exception which nobody expected.</summary>
    public IReadOnlyCollection<string> Faults => faults;

    public static async Task<HostileHost> Start(Action<KestrelServerLimits>? limits = null)
    {
        var faults = new ConcurrentQueue<string>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(new FaultLog(faults));
        builder.Services.AddGrpc(options =>
        {
            options.MaxReceiveMessageSize = MessageMax;
            options.ResponseCompressionAlgorithm = "gzip";
        });
        var host = new HostileHost(builder, faults, limits ?? (_ => { }));
        await host.app.StartAsync();
        return host;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task Called(Microsoft.AspNetCore.Http.HttpContext context, Func<Task> next)
    {
        Interlocked.Increment(ref calls);
        try
        {
            await next();
        }
        finally
        {
            Statuses.Enqueue(context.Response.StatusCode);
            Interlocked.Decrement(ref calls);
        }
    }

    private async Task Connected(ConnectionDelegate next, ConnectionContext connection)
    {
        Interlocked.Increment(ref connections);
        try
        {
            await next(connection);
        }
        finally
        {
            Interlocked.Decrement(ref connections);
        }
    }

    private sealed class FaultLog(ConcurrentQueue<string> faults) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (logLevel >= LogLevel.Error)
                faults.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
        }

        public void Dispose()
        {
        }
    }
}
