using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Access;
using NaraVard.Platform.Options;
using NaraVard.Platform.Persons;

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
        AddPlatform(builder);
        foreach (var module in modules)
            module.Add(builder);
        adjust?.Invoke(builder);
        ConfigurationFaults.Of(builder).ThrowIfAny();

        var app = builder.Build();
        foreach (var module in modules)
            module.Map(app);
        return app;
    }

    private static void AddPlatform(WebApplicationBuilder builder)
    {
        builder.AddChecked<EndpointsOptions>("Endpoints");
        builder.AddChecked<PersonsOptions>("Persons");
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<PersonKeys>();
        builder.Services.AddSingleton<NumberVault>();
        builder.Services.AddScoped<CallerScope>();
        builder.Services.AddScoped(services => services.GetRequiredService<CallerScope>().Caller);
        builder.Services.AddScoped<AccessTrail>();
    }
}
