using NaraVard.Handoff.Data;
using NaraVard.Handoff.Domain;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Feeds;
using NaraVard.Platform.Messaging;
using NaraVard.Platform.Rest;

namespace NaraVard.Handoff.Features;

/// <summary>Saves a changed handoff and tells all who must know, in one commit; and follows what was told.</summary>
internal sealed class Changes(
    HandoffDb db, Outbox<HandoffDb> outbox, Feed<HandoffDb> feed, NewestHandoffs newest)
{
    private const string Resource = "handoff";

    /// <summary>Who follows a kommun's desk.</summary>
    public static string DeskAudience(string kommunCode) => $"kommun:{kommunCode}";

    /// <summary>Who follows an ER unit.</summary>
    public static string ErAudience(string unit) => $"unit:{unit}";

    /// <summary>The cursor that a caller sent; null when there is none.</summary>
    public static FeedCursor? Cursor(string text)
    {
        var faults = new Violations();
        var cursor = Cursor(text, faults);
        faults.ThrowIfAny();
        return cursor;
    }

    /// <summary>As above, beside the request's other faults.</summary>
    public static FeedCursor? Cursor(string text, Violations faults) =>
        text.Length == 0 ? null : faults.Parse<FeedCursor>("cursor", text);

    /// <summary>Commits the handoff with its events; the desk and the ER see the change at once.</summary>
    public Task Save(HandoffCase handoff, IEnumerable<object> events, CancellationToken cancel)
    {
        foreach (var message in events)
            outbox.Publish(handoff.Person, message);
        feed.Changed(Resource, handoff.Id, DeskAudience(handoff.KommunCode), ErAudience(handoff.ErUnit));
        return db.Commit(cancel);
    }

    /// <summary>As <see cref="Save"/>; the desk that had it before is told so; no retry shows it.</summary>
    public async Task SaveForwarded(HandoffCase handoff, string from, object message, CancellationToken cancel)
    {
        feed.Deleted(Resource, handoff.Id, DeskAudience(from));
        await db.ForgetAnswers(Resource, handoff.Id.ToString(), cancel);
        await Save(handoff, [message], cancel);
    }

    /// <summary>As <see cref="Save"/>; what was disclosed is not shown to a retry either.</summary>
    public async Task SaveWithdrawn(HandoffCase handoff, object message, CancellationToken cancel)
    {
        await db.ForgetAnswers(Resource, handoff.Id.ToString(), cancel);
        await Save(handoff, [message], cancel);
    }

    /// <summary>The place to follow from after a snapshot that is read next.</summary>
    public Task<FeedCursor> Now(CancellationToken cancel) => feed.Now(cancel);

    /// <summary>What changes for the audience, until cancelled.</summary>
    public IAsyncEnumerable<FeedBatch> Watch(string audience, FeedCursor from, CancellationToken cancel) =>
        feed.Watch(Resource, audience, from, cancel);

    /// <summary>The handoffs of a batch as they are now, by id, whoever's they are; not to be changed.</summary>
    public Task<IReadOnlyDictionary<Guid, HandoffCase>> Newest(FeedBatch batch, CancellationToken cancel) =>
        newest.Of(batch, cancel);

    /// <summary>One page of what has changed for the audience.</summary>
    public Task<FeedPage> Read(string audience, FeedCursor? from, int limit, CancellationToken cancel) =>
        feed.Read(Resource, audience, from, limit, cancel);
}
