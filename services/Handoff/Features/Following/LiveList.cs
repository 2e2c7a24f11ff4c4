using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NaraVard.Handoff.Domain;
using NaraVard.Platform.Feeds;

namespace NaraVard.Handoff.Features;

/// <summary>
/// A live list: a snapshot of what is open, then every change, then signs of life that carry how far the list is
/// known to be complete. It can be taken up again from any cursor; one that is too old begins anew with a reset.
/// </summary>
internal sealed class LiveList(Changes changes, IQueryable<HandoffCase> mine, string audience)
{
    public async IAsyncEnumerable<LiveStep> Follow(FeedCursor? from, [EnumeratorCancellation] CancellationToken cancel)
    {
        var cursor = from;
        if (cursor is null)
        {
            cursor = await changes.Now(cancel);
            foreach (var step in await Snapshot(cursor.Value, cancel))
                yield return step;
        }

        await foreach (var batch in changes.Watch(audience, cursor.Value, cancel))
        {
            foreach (var step in await Steps(batch, cancel))
                yield return step;
        }
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
        return
        [
            .. open.Select(handoff => new LiveStep(Proto.ChangeKind.Snapshot, null, handoff)),
            new(Proto.ChangeKind.SnapshotEnd, cursor),
        ];
    }

    /// <summary>Each handoff as it is now. One that is not the audience's any more is only said to be gone.</summary>
    private async Task<IReadOnlyList<LiveStep>> Changed(FeedBatch batch, CancellationToken cancel)
    {
        var ids = batch.Changes.Select(change => change.Id).ToList();
        var now = await mine.Where(handoff => ids.Contains(handoff.Id))
            .ToDictionaryAsync(handoff => handoff.Id, cancel);
        return [.. batch.Changes.Select(change => now.TryGetValue(change.Id, out var handoff)
            ? new LiveStep(Proto.ChangeKind.Changed, change.Cursor, handoff)
            : new LiveStep(Proto.ChangeKind.Removed, change.Cursor, Removed: change.Id))];
    }
}
