using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using NaraVard.Platform.Access;
using NaraVard.Platform.Feeds;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Messaging;
using NaraVard.Platform.Messaging.Receiving;
using NaraVard.Platform.Messaging.Sending;
using NaraVard.Platform.Options;
using Npgsql;

namespace NaraVard.Platform.Hosting;

/// <summary>Gives a service its database and what the platform keeps in it.</summary>
public static class DatabaseSetup
{
    /// <summary>
    /// Adds the service's database (connection string <c>ConnectionStrings:{name}</c>), its context, the platform's
    /// tables
    /// and the migrations at start, outbox, inbox, change feed, access log and readiness. A host may have several
    /// services; each has its own context type and its own database.
    /// </summary>
    /// <param name="builder">The host.</param>
    /// <param name="name">The service's word, such as <c>handoff</c>.</param>
    public static IHostApplicationBuilder AddService<TDb>(this IHostApplicationBuilder builder, string name)
        where TDb : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddScoped<CallerScope>();
        builder.AddChecked<DatabaseOptions>("Database");
        builder.AddDatabase<TDb>(name);
        builder.AddBus();
        builder.AddSending<TDb>();
        builder.Services.AddSingleton<InboxCleaner<TDb>>();
        builder.AddFeed<TDb>();
        builder.AddAccessLog<TDb>(name);
        return builder;
    }

    private static void AddDatabase<TDb>(this IHostApplicationBuilder builder, string name)
        where TDb : DbContext
    {
        var services = builder.Services;
        services.AddSingleton(new ServiceName<TDb>(name));
        var connectionString = Checked(builder, name);
        services.AddSingleton(provider => new DatabaseConnections<TDb>(
            connectionString, name, provider.GetRequiredService<DatabaseOptions>()));
        services.AddKeyedSingleton(
            name, (provider, _) => provider.GetRequiredService<DatabaseConnections<TDb>>().Source);
        services.TryAddSingleton<LoggedFirst>();
        services.AddDbContext<TDb>(
            (provider, context) => provider.GetRequiredService<DatabaseConnections<TDb>>().Configure(context)
                .AddInterceptors(
                    provider.GetRequiredService<LoggedFirst>(), provider.GetRequiredService<Announcements<TDb>>()),
            optionsLifetime: ServiceLifetime.Singleton);
        var create = ActivatorUtilities.CreateFactory<TDb>([]);
        services.AddScoped(provider =>
        {
            var db = create(provider, []);
            provider.GetRequiredService<LoggedFirst>().Follow(db, provider.GetRequiredService<AccessTrail>());
            return db;
        });
        services.AddHostedService<DatabaseStart<TDb>>();
        services.AddHealthChecks().AddCheck<DatabaseReadiness<TDb>>($"database-{name}", tags: ["ready"]);
    }

    /// <summary>The connection string; where it is missing or malformed, a fault beside all the others.</summary>
    private static string Checked(IHostApplicationBuilder builder, string name)
    {
        var text = builder.Configuration.GetConnectionString(name) ?? "";
        try
        {
            if (new NpgsqlConnectionStringBuilder(text).Host is { Length: > 0 })
                return text;
        }
        catch (ArgumentException)
        {
            // Told below, without the text: it may hold a password.
        }

        ConfigurationFaults.Of(builder).Add($"ConnectionStrings:{name}", "is not the address of a PostgreSQL database");
        return "";
    }
}
