namespace NaraVard.Platform.Feeds;

/// <summary>A resource that was created, changed or deleted.</summary>
/// <param name="Id">The resource.</param>
/// <param name="Deleted">True when it is gone, or gone for this audience: drop it.</param>
/// <param name="At">When the change was written, by the database's clock.</param>
/// <param name="Cursor">Go on from here when this change was the last one that got through.</param>
public sealed record FeedChange(Guid Id, bool Deleted, DateTimeOffset At, FeedCursor Cursor);

/// <summary>What <see cref="Feed{TDb}.Watch"/> gives: changes, or only a later cursor as a sign of life.</summary>
/// <param name="Changes">Each resource at most once, in order of its last change; empty in a heartbeat.</param>
/// <param name="Cursor">Go on from here when the whole batch got through.</param>
/// <param name="Reset">
/// True when changes after the given cursor are no longer kept: drop everything, then read a fresh snapshot, and go on
/// from <see cref="Cursor"/>.
/// </param>
public sealed record FeedBatch(IReadOnlyList<FeedChange> Changes, FeedCursor Cursor, bool Reset = false);

/// <summary>One page of the delta feed.</summary>
/// <param name="Changes">Each resource at most once in the page, in order of its last change.</param>
/// <param name="Next">Ask for the next page from here.</param>
/// <param name="HasMore">True when there may be a next page already.</param>
/// <param name="Reset">As in <see cref="FeedBatch"/>.</param>
public sealed record FeedPage(IReadOnlyList<FeedChange> Changes, FeedCursor Next, bool HasMore, bool Reset = false);
