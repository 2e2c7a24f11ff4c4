using System.Security.Cryptography.X509Certificates;
using Grpc.Json;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NaraVard.Gateway.Documents;
using NaraVard.Gateway.Forwarding;
using NaraVard.Gateway.Options;
using NaraVard.Gateway.Sessions;
using NaraVard.Gateway.Pages;
using NaraVard.Platform.Access;
using NaraVard.Platform.Hosting;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Options;
using NaraVard.Platform.Rest;
using NaraVard.Platform.Telemetry;

namespace NaraVard.Gateway;

/// <summary>
/// The way in: authenticates, limits, routes, and keeps the browser's sign-in. It knows no rule of care.
/// </summary>
public static class GatewayHost
{
    /// <summary>
    /// The gateway, ready to start. Throws <see cref="InvalidConfiguration"/> with every fault of every section.
    /// </summary>
    /// <param name="args">Settings as <c>--Section:Key=value</c>; they win over all others.</param>
    /// <param name="settings">
    /// Where the settings are, when they are not the process' own environment and files: the Suite runs the gateway
    /// beside other hosts.
    /// </param>
    public static WebApplication Build(string[] args, IConfiguration? settings = null) => Build(args, settings, null);

    internal static WebApplication Build(
        string[] args, IConfiguration? settings, Action<WebApplicationBuilder>? adjust)
    {
        ArgumentNullException.ThrowIfNull(args);
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        if (settings is not null)
        {
            builder.Configuration.Sources.Clear();
            builder.Configuration.AddConfiguration(settings);
        }

        builder.Configuration.AddCommandLine(args);
        return Build(builder, adjust);
    }

    private static WebApplication Build(WebApplicationBuilder builder, Action<WebApplicationBuilder>? adjust)
    {
        var endpoints = builder.AddChecked<GatewayEndpoints>("Endpoints");
        var behind = builder.AddChecked<ServicesOptions>("Services");
        var limits = builder.AddChecked<LimitsOptions>("Limits");
        var forwarding = builder.AddChecked<ForwardingOptions>("Forwarding");
        var documents = builder.AddChecked<DocumentsOptions>("Documents");
        var web = builder.AddChecked<WebOptions>("Web");
        builder.AddTelemetry("gateway");
        AddSignIn(builder);
        builder.AddSessions();
        ConfigurationFaults.Of(builder).ThrowIfAny();

        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.Configure<HostOptions>(host =>
            host.ShutdownTimeout = TimeSpan.FromSeconds(endpoints.ShutdownSeconds));
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, endpoints, limits));
        builder.Services.AddLimits(limits);
        builder.Services.AddProxy(behind, limits, forwarding);
        builder.Services.AddDocuments(documents, forwarding);
        builder.Services.AddSingleton(new WebFiles(Path.Combine(AppContext.BaseDirectory, web.Folder)));
        // YARP reports each failed request as a warning; the gateway has its own line, which says whose fault it was.
        builder.Logging.AddFilter("Yarp.ReverseProxy.Forwarder", LogLevel.None);
        adjust?.Invoke(builder);

        var app = builder.Build();
        Use(app, endpoints, limits);
        return app;
    }

    // Exactly as a service does, except that there is no access log here: services check and log what comes through.
    private static void AddSignIn(WebApplicationBuilder builder)
    {
        builder.AddIdentity();
        builder.Services.PostConfigure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, CarryActingUser);
        builder.Services.AddScoped<AccessTrail>();
        builder.Services.AddSingleton<AccessRecorder>();
        ServiceNames.Of(builder);
    }

    // For whom a system acts is for the services to check, which know the systems' keys; here it is only carried.
    private static void CarryActingUser(JwtBearerOptions options)
    {
        var enter = options.Events.OnTokenValidated;
        options.Events.OnTokenValidated = async context =>
        {
            var headers = context.Request.Headers;
            var isThere = headers.Remove(ActingUser.Header, out var statement);
            await enter(context);
            if (isThere)
                headers[ActingUser.Header] = statement;
        };
    }

    private static void Use(WebApplication app, GatewayEndpoints endpoints, LimitsOptions limits)
    {
        app.UseOperations();
        app.UseRequestIds();
        app.UseSecurityHeaders(endpoints.HasTls);
        app.UseProblems();
        app.UseWebFiles();
        app.UseRouting();
        app.UseBodyLimit(limits);
        app.UseSessionCookies();
        app.UseAuthentication();
        app.UseSessionTimes();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseRequestTimeouts();
        app.MapProxy();
        app.MapDocuments();
        app.MapSessions();
        // Whatever is not routed is not there, whoever asks.
        app.MapFallback("{**path}", context => Refusals.Write(context, Problem.Of(StatusCodes.Status404NotFound)))
            .AllowAnonymous();
    }

    private static void Listen(KestrelServerOptions kestrel, GatewayEndpoints endpoints, LimitsOptions limits)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = limits.BodyBytesMax;
        kestrel.Limits.MaxRequestHeadersTotalSize = limits.HeaderBytesMax;
        kestrel.Limits.MaxConcurrentConnections = limits.ConnectionsMax;
        var certificate = endpoints.HasTls
            ? X509Certificate2.CreateFromPemFile(endpoints.CertificateFile, endpoints.CertificateKeyFile)
            : null;
        Listen(endpoints.Http, certificate is null ? HttpProtocols.Http1 : HttpProtocols.Http1AndHttp2);
        Listen(endpoints.Grpc, HttpProtocols.Http2);
        if (EndpointsOptions.TryEndPoint(endpoints.Operations, out var operations))
            kestrel.Listen(operations, listen => listen.ForOperations());

        void Listen(string address, HttpProtocols protocols)
        {
            if (!EndpointsOptions.TryEndPoint(address, out var endPoint))
                return;
            kestrel.Listen(endPoint, listen =>
            {
                listen.Protocols = protocols;
                if (certificate is not null)
                    listen.UseHttps(certificate);
            });
        }
    }
}
