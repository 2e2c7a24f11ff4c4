using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace NaraVard.Platform.Feeds;

/// <summary>
/// Looks into the feed once for all who want the same look at the same time, as the watchers of one audience do when
/// they are woken. Only a look that is under way is shared, and only with those who wait for the same wake-up:
/// whatever is committed after it began rings that very wake-up. Safe to use from many threads.
/// </summary>
internal sealed class SharedLooks<TDb>(FeedReader<TDb> reader)
    where TDb : DbContext
{
    private readonly ConcurrentDictionary<Look, Lazy<Task<FeedRead>>> underWay = new();

    /// <summary>As <see cref="FeedReader{TDb}.Read"/>; the answer is shared, so nobody may change it.</summary>
    /// <param name="wakeup">Taken before looking.</param>
    public Task<FeedRead> Read(
        Wakeup wakeup, string resource, string audience, FeedCursor from, int limit, CancellationToken ct)
    {
        var look = new Look(wakeup, resource, audience, from, limit);
        return underWay.GetOrAdd(look, static (look, looks) => new(() => looks.Begin(look)), this).Value.WaitAsync(ct);
    }

    // Whoever began it may leave before it ends, so it is nobody's to cancel.
    private async Task<FeedRead> Begin(Look look)
    {
        try
        {
            return await reader.Read(look.Resource, look.Audience, look.From, look.Limit, CancellationToken.None);
        }
        finally
        {
            underWay.TryRemove(look, out _);
        }
    }

    private sealed record Look(Wakeup Wakeup, string Resource, string Audience, FeedCursor From, int Limit);
}
