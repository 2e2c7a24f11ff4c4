using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace NaraVard.Platform.Feeds;

/// <summary>
/// The change feed of one service: which resources changed, told to each audience (an organisation, a desk) in the
/// order
/// of transactions. It carries ids only; what a reader may see of them is asked for again when they are read.
/// </summary>
public sealed class Feed<TDb>
    where TDb : DbContext
{
    // With the backstop of the wake-ups, at most 13 seconds pass in silence.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(8);

    // A change behind the fence comes when an older transaction ends, and nobody is woken by that.
    private static readonly TimeSpan FenceLook = TimeSpan.FromMilliseconds(10);
    private const int BatchMax = 500;

    private readonly TDb db;
    private readonly FeedReader<TDb> reader;
    private readonly SharedLooks<TDb> looks;
    private readonly Wakeups<TDb> wakeups;
    private readonly Announcements<TDb> announcements;
    private readonly TimeProvider clock;

    internal Feed(
        TDb db, FeedReader<TDb> reader, SharedLooks<TDb> looks, Wakeups<TDb> wakeups,
        Announcements<TDb> announcements, TimeProvider clock) =>
        (this.db, this.reader, this.looks, this.wakeups, this.announcements, this.clock) =
        (db, reader, looks, wakeups, announcements, clock);

    /// <summary>
    /// Tells the audiences, when <c>SaveChanges</c> commits, that the resource was created or changed.
    /// </summary>
    public void Changed(string resource, Guid id, params IEnumerable<string> audiences) =>
        Add(resource, id, false, audiences);

    /// <summary>Tells the audiences that the resource is gone, or no longer theirs to see.</summary>
    public void Deleted(string resource, Guid id, params IEnumerable<string> audiences) =>
        Add(resource, id, true, audiences);

    /// <summary>
    /// The place to go on from after reading a snapshot. Ask before reading the snapshot: a change may then be told
    /// twice, and never be missed.
    /// </summary>
    public Task<FeedCursor> Now(CancellationToken ct) => reader.Now(ct);

    /// <summary>
    /// Changes as they are committed, until cancelled. The first batch comes at once, with the cursor that the stream
    /// begins at; a batch with only a later cursor comes at least every 15 seconds. Watchers of one audience who have
    /// read equally far are given the same batches.
    /// </summary>
    /// <param name="resource">What kind of resource, as given to <see cref="Changed"/>.</param>
    /// <param name="audience">Whose changes.</param>
    /// <param name="from">Everything after this; null for only what is committed from now on.</param>
    /// <param name="ct">Ends the stream.</param>
    public async IAsyncEnumerable<FeedBatch> Watch(
        string resource, string audience, FeedCursor? from, [EnumeratorCancellation] CancellationToken ct)
    {
        var cursor = from ?? await reader.Now(ct);
        var told = clock.GetTimestamp();
        var fenced = 0;
        yield return new FeedBatch([], cursor);
        while (true)
        {
            var wakeup = wakeups.Next(Key(resource, audience));
            var read = await looks.Read(wakeup, resource, audience, cursor, BatchMax, ct);
            cursor = read.Next;
            if (read.Reset || read.Changes.Count > 0 || clock.GetElapsedTime(told) >= Heartbeat)
            {
                yield return read.Batch;
                told = clock.GetTimestamp();
            }

            fenced = read.IsFenced ? fenced + 1 : 0;
            if (!read.IsFull)
                await wakeup.Wait(fenced == 0 ? Wakeups<TDb>.Backstop : FenceLook * Math.Min(fenced, 100), ct);
        }
    }

    /// <summary>
    /// One page of changes after the cursor, for systems that poll; null reads from the oldest change that is kept.
    /// </summary>
    public async Task<FeedPage> Read(
        string resource, string audience, FeedCursor? from, int limit, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var read = await reader.Read(resource, audience, from ?? await reader.Floor(ct), limit, ct);
        return new FeedPage(read.Changes, read.Next, read.IsFull, read.Reset);
    }

    private void Add(string resource, Guid id, bool deleted, IEnumerable<string> audiences)
    {
        foreach (var audience in audiences.Distinct(StringComparer.Ordinal))
        {
            db.Add(new ChangeRow { Resource = resource, ResourceId = id, Audience = audience, Deleted = deleted });
            announcements.Prepare(db, Key(resource, audience));
        }
    }

    private static string Key(string resource, string audience) => $"changes/{resource}/{audience}";
}
