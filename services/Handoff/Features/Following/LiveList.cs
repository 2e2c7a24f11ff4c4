using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NaraVard.Handoff.Domain;
using NaraVard.Platform.Feeds;

namespace NaraVard.Handoff.Features;

/// <summary>
/// A live list: a snapshot of what is open, then every change, then signs of life that carry how far the list is
/// known to be complete. It can be taken up again from any cursor; one that is too old begins anew with a reset. A
/// handoff is shown as it is now, so a change that it shows already is not told again.
/// </summary>
internal sealed class LiveList(Changes changes, IQueryable<HandoffCase> mine, Reach reach)
{
    private const long Gone = 0;
    private readonly Func<HandoffCase, bool> isMine = reach.Rule.Compile(preferInterpretation: true);

    // The version that was told last.
    private readonly Dictionary<Guid, long> told = [];

    /// <summary>The steps that are to be told next, at least one at a time.</summary>
    public async IAsyncEnumerable<IReadOnlyList<LiveStep>> Follow(
        FeedCursor? from, [EnumeratorCancellation] CancellationToken cancel)
    {
        var cursor = from;
        if (cursor is null)
        {
            cursor = await changes.Now(cancel);
            yield return await Snapshot(cursor.Value, cancel);
        }

        await foreach (var batch in changes.Watch(reach.Audience, cursor.Value, cancel))
            yield return await Steps(batch, cancel);
    }

    private async Task<IReadOnlyList<LiveStep>> Steps(FeedBatch batch, CancellationToken cancel) => batch switch
    {
        { Reset: true } =>
            [new(Proto.ChangeKind.Reset, null), .. await Snapshot(batch.Cursor, cancel)],
        { Changes.Count: 0 } => [new(Proto.ChangeKind.Heartbeat, batch.Cursor)],
        _ => await Changed(batch, cancel),
    };

    private async Task<IReadOnlyList<LiveStep>> Snapshot(FeedCursor cursor, CancellationToken cancel)
    {
        var open = await mine.Where(handoff => handoff.State != HandoffState.Closed)
            .OrderBy(handoff => handoff.Triage).ThenBy(handoff => handoff.ReceivedAt).ToListAsync(cancel);
        told.Clear();
        open.ForEach(handoff => told[handoff.Id] = handoff.Version);
        return
        [
            .. open.Select(handoff => new LiveStep(Proto.ChangeKind.Snapshot, null, handoff)),
            new(Proto.ChangeKind.SnapshotEnd, cursor),
        ];
    }

    private async Task<IReadOnlyList<LiveStep>> Changed(FeedBatch batch, CancellationToken cancel)
    {
        var newest = await changes.Newest(batch, cancel);
        var steps = new List<LiveStep>();
        foreach (var change in batch.Changes)
            if (Step(change, newest.GetValueOrDefault(change.Id)) is { } step)
                steps.Add(step);
        return steps.Count > 0 ? steps : [new(Proto.ChangeKind.Heartbeat, batch.Cursor)];
    }

    /// <summary>Null when it was told already. One that is no longer the audience's is only said to be gone.</summary>
    private LiveStep? Step(FeedChange change, HandoffCase? handoff)
    {
        var shown = handoff is not null && isMine(handoff) ? handoff : null;
        var version = shown?.Version ?? Gone;
        if (told.TryGetValue(change.Id, out var before) && before == version)
            return null;
        told[change.Id] = version;
        return shown is null
            ? new(Proto.ChangeKind.Removed, change.Cursor, Removed: change.Id)
            : new(Proto.ChangeKind.Changed, change.Cursor, shown);
    }
}
