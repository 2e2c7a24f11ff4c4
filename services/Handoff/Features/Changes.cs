using NaraVard.Handoff.Data;
using NaraVard.Handoff.Domain;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Feeds;
using NaraVard.Platform.Messaging;

namespace NaraVard.Handoff.Features;

/// <summary>Saves a changed handoff and tells all who must know, in one commit; and follows what was told.</summary>
internal sealed class Changes(HandoffDb db, Outbox<HandoffDb> outbox, Feed<HandoffDb> feed)
{
    private const string Resource = "handoff";

    /// <summary>Who follows a kommun's desk.</summary>
    public static string DeskAudience(string kommunCode) => $"kommun:{kommunCode}";

    /// <summary>Who follows an ER unit.</summary>
    public static string ErAudience(string unit) => $"unit:{unit}";

    /// <summary>The cursor that a caller sent; null when there is none.</summary>
    public static FeedCursor? Cursor(string text)
    {
        if (text.Length == 0)
            return null;
        var faults = new Violations();
        var cursor = faults.Parse<FeedCursor>("cursor", text);
        faults.ThrowIfAny();
        return cursor;
    }

    /// <summary>Commits the handoff with its events; the desk and the ER see the change at once.</summary>
    public Task Save(HandoffCase handoff, IEnumerable<object> events, CancellationToken cancel)
    {
        foreach (var message in events)
            outbox.Publish(handoff.Person, message);
        feed.Changed(Resource, handoff.Id, DeskAudience(handoff.KommunCode), ErAudience(handoff.ErUnit));
        return db.Commit(cancel);
    }

    /// <summary>As <see cref="Save"/>; the desk that had it before is told that it is gone.</summary>
    public Task SaveForwarded(HandoffCase handoff, string from, object message, CancellationToken cancel)
    {
        feed.Deleted(Resource, handoff.Id, DeskAudience(from));
        return Save(handoff, [message], cancel);
    }

    /// <summary>The place to follow from after a snapshot that is read next.</summary>
    public Task<FeedCursor> Now(CancellationToken cancel) => feed.Now(cancel);

    /// <summary>What changes for the audience, until cancelled.</summary>
    public IAsyncEnumerable<FeedBatch> Watch(string audience, FeedCursor from, CancellationToken cancel) =>
        feed.Watch(Resource, audience, from, cancel);

    /// <summary>One page of what has changed for the audience.</summary>
    public Task<FeedPage> Read(string audience, FeedCursor? from, int limit, CancellationToken cancel) =>
        feed.Read(Resource, audience, from, limit, cancel);
}
