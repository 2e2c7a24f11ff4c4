using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using NaraVard.Platform.Access;
using NaraVard.Platform.Audit;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Options;
using NaraVard.Platform.Persons;
using NaraVard.Platform.Rest;
using NaraVard.Platform.Rpc;
using NaraVard.Platform.Telemetry;

namespace NaraVard.Platform.Hosting;

/// <summary>Puts a host together from modules, with everything that each service does the same way.</summary>
public static class ServiceHost
{
    /// <summary>
    /// A host that runs the modules. Throws <see cref="InvalidConfiguration"/> with every fault of every section, and
    /// refuses RPCs that do not say who may call them or whether they touch persons' data.
    /// </summary>
    /// <param name="args">Settings as <c>--Section:Key=value</c>; they win over environment and files.</param>
    /// <param name="modules">The services to run in this process.</param>
    public static WebApplication Build(string[] args, params IModule[] modules) => Build(args, modules, null);

    internal static WebApplication Build(string[] args, IModule[] modules, Action<WebApplicationBuilder>? adjust)
    {
        ArgumentNullException.ThrowIfNull(modules);
        var builder = WebApplication.CreateBuilder(args);
        AddPlatform(builder, modules);
        foreach (var module in modules)
            module.Add(builder);
        adjust?.Invoke(builder);
        ConfigurationFaults.Of(builder).ThrowIfAny();

        var app = builder.Build();
        app.UseOperations();
        app.UseRequestIds();
        app.UseProblems();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        foreach (var module in modules)
        {
            module.Map(app);
            ServiceDocuments.Map(app, module);
        }

        app.MapGrpcService<AuditService>();
        app.MapGrpcHealthChecksService().WithMetadata(new OpenToAll());
        app.MapGrpcReflectionService().WithMetadata(new OpenToAll());
        EndpointGuard.Check(app);
        return app;
    }

    private static void AddPlatform(WebApplicationBuilder builder, IModule[] modules)
    {
        builder.AddTelemetry(modules.Length == 1 ? modules[0].Name : "suite");
        builder.AddIdentity();
        builder.AddChecked<PersonsOptions>("Persons");
        builder.AddChecked<ApiOptions>("Api");
        Listen(builder, builder.AddChecked<EndpointsOptions>("Endpoints"));
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<PersonKeys>();
        services.AddSingleton<NumberVault>();
        services.AddSingleton<AccessRecorder>();
        ServiceNames.Of(builder);
        services.TryAddScoped<AccessTrail>();
        builder.AddRpc();
    }

    private static void Listen(WebApplicationBuilder builder, EndpointsOptions options)
    {
        builder.Services.Configure<HostOptions>(host =>
            host.ShutdownTimeout = TimeSpan.FromSeconds(options.ShutdownSeconds));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.RequestBodyBytesMax;
            kestrel.Limits.MaxRequestHeadersTotalSize = options.HeaderBytesMax;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(options.HeaderTimeoutSeconds);
            kestrel.Limits.MaxConcurrentConnections = options.ConnectionsMax;
            kestrel.Limits.Http2.MaxStreamsPerConnection = options.StreamsPerConnectionMax;
            if (EndpointsOptions.TryEndPoint(options.Rpc, out var rpc))
                kestrel.Listen(rpc, listen => listen.Protocols = HttpProtocols.Http2);
            if (EndpointsOptions.TryEndPoint(options.Operations, out var operations))
                kestrel.Listen(operations, listen => listen.ForOperations());
        });
    }
}
