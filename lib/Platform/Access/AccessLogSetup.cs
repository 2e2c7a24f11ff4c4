using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using NaraVard.Platform.Hosting;

namespace NaraVard.Platform.Access;

/// <summary>Gives a service its access log.</summary>
internal static class AccessLogSetup
{
    /// <summary>
    /// Adds the access log and the idempotency store of a service, in the database of <typeparamref name="TDb"/>.
    /// </summary>
    internal static void AddAccessLog<TDb>(this IHostApplicationBuilder builder, string service)
        where TDb : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        ServiceNames.Of(builder).Add(service);
        builder.Services.TryAddScoped<AccessTrail>();
        builder.Services.AddSingleton(services =>
        {
            var database = services.GetRequiredService<DatabaseConnections<TDb>>();
            return new AccessLog<TDb>(database.Source, database.AccessLog);
        });
        builder.Services.AddKeyedScoped<DbContext>(service, (services, _) => services.GetRequiredService<TDb>());
        builder.Services.AddKeyedSingleton<AccessLog>(
            service, (services, _) => services.GetRequiredService<AccessLog<TDb>>());
    }
}
