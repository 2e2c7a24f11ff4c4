using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace NaraVard.Platform.Feeds;

/// <summary>Puts the feed of one service together.</summary>
internal static class FeedSetup
{
    public static void AddFeed<TDb>(this IHostApplicationBuilder builder)
        where TDb : DbContext
    {
        var services = builder.Services;
        services.AddSingleton<Wakeups<TDb>>();
        services.AddHostedService(provider => provider.GetRequiredService<Wakeups<TDb>>());
        services.AddSingleton<Announcements<TDb>>();
        services.AddSingleton<FeedCleaner<TDb>>();
        services.AddHostedService(provider => provider.GetRequiredService<FeedCleaner<TDb>>());
        services.AddSingleton<FeedReader<TDb>>();
        services.AddSingleton<SharedLooks<TDb>>();
        services.AddScoped(provider => new Feed<TDb>(
            provider.GetRequiredService<TDb>(),
            provider.GetRequiredService<FeedReader<TDb>>(),
            provider.GetRequiredService<SharedLooks<TDb>>(),
            provider.GetRequiredService<Wakeups<TDb>>(),
            provider.GetRequiredService<Announcements<TDb>>(),
            provider.GetRequiredService<TimeProvider>()));
    }
}
