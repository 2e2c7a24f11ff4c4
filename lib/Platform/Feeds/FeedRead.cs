namespace NaraVard.Platform.Feeds;

/// <summary>What one look at the feed found.</summary>
internal sealed class FeedRead
{
    private readonly int limit;
    private readonly Lazy<FeedBatch> batch;
    private readonly OrderedDictionary<Guid, FeedChange> changes = [];
    private FeedCursor last;
    private int count;

    public FeedRead(int limit)
    {
        this.limit = limit;
        batch = new(() => new([.. changes.Values], Next, Reset));
    }

    /// <summary>Everything below this transaction has ended.</summary>
    public FeedCursor HighWater { get; set; }

    /// <summary>Changes after the cursor are no longer kept.</summary>
    public bool Reset { get; set; }

    /// <summary>
    /// There are changes behind the fence: they come when an older transaction has ended, without a wake-up.
    /// </summary>
    public bool IsFenced { get; set; }

    /// <summary>There may be more to read at once.</summary>
    public bool IsFull => count == limit;

    /// <summary>Each resource once, in order of its last change.</summary>
    public IReadOnlyList<FeedChange> Changes => Batch.Changes;

    /// <summary>All of it, made when everything is added.</summary>
    public FeedBatch Batch => batch.Value;

    /// <summary>Where to go on from.</summary>
    public FeedCursor Next => IsFull ? last : HighWater;

    public void Add(FeedChange change)
    {
        changes.Remove(change.Id);
        changes.Add(change.Id, change);
        last = change.Cursor;
        count++;
    }
}
