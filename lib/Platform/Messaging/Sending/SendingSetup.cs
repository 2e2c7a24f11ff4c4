using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NaraVard.Platform.Feeds;
using NaraVard.Platform.Hosting;
using NaraVard.Platform.Identity;

namespace NaraVard.Platform.Messaging.Sending;

/// <summary>Puts the outbox of one service together.</summary>
internal static class SendingSetup
{
    public static void AddSending<TDb>(this IHostApplicationBuilder builder)
        where TDb : DbContext
    {
        var services = builder.Services;
        services.AddScoped(provider => new Outbox<TDb>(
            provider.GetRequiredService<TDb>(),
            provider.GetRequiredService<CallerScope>(),
            provider.GetRequiredService<Announcements<TDb>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<OutboxTable<TDb>>();
        services.AddSingleton(provider => new Replay<TDb>(
            provider.GetRequiredService<DatabaseConnections<TDb>>(),
            provider.GetRequiredService<ErrorQueues>(),
            provider.GetRequiredService<ServiceName<TDb>>()));
        services.AddHostedService<OutboxDispatcher<TDb>>();
        services.AddHostedService<OutboxGauges<TDb>>();
    }
}
