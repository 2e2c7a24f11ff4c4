using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NaraVard.Platform.Hosting;
using Npgsql;

namespace NaraVard.Platform.Access;

/// <summary>Gives a service its access log.</summary>
public static class AccessLogSetup
{
    /// <summary>
    /// Adds the access log and the idempotency store of a service. The service's <c>NpgsqlDataSource</c> must be
    /// registered with the service's name as its key, and <typeparamref name="TDb"/> as its context.
    /// </summary>
    public static void AddAccessLog<TDb>(this IHostApplicationBuilder builder, string service)
        where TDb : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        ServiceNames.Of(builder).Add(service);
        builder.Services.AddSingleton(services =>
            new AccessLog<TDb>(services.GetRequiredKeyedService<NpgsqlDataSource>(service)));
        builder.Services.AddKeyedScoped<DbContext>(service, (services, _) => services.GetRequiredService<TDb>());
        builder.Services.AddKeyedSingleton<AccessLog>(
            service, (services, _) => services.GetRequiredService<AccessLog<TDb>>());
    }
}
