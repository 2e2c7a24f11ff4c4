using NaraVard.Listing.Data;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Feeds;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

/// <summary>What callers follow by polling: the changes that are told to them, since a cursor.</summary>
internal sealed class Following(Feed<ListingDb> feed, Reach reach)
{
    /// <summary>One page of the changes of a resource; a cursor or limit that is wrong is refused.</summary>
    /// <param name="resource">As it was told to the feed.</param>
    /// <param name="cursor">As the caller sent it; empty reads from the oldest kept change.</param>
    /// <param name="limit">As the caller sent it.</param>
    /// <param name="cancel">Ends the read.</param>
    public async Task<FeedPage> Read(string resource, string cursor, int limit, CancellationToken cancel)
    {
        var faults = new Violations();
        var most = Paging.Parse(page: 1, limit, faults).Limit;
        var from = cursor.Length == 0 ? (FeedCursor?)null : faults.Parse<FeedCursor>("cursor", cursor);
        faults.ThrowIfAny();
        var page = await feed.Read(resource, reach.Audience, from, most, cancel);
        return page.Reset ? throw Refusals.CursorTooOld() : page;
    }
}
