using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NaraVard.Handoff.Data;
using NaraVard.Handoff.Domain;
using NaraVard.Platform.Feeds;

namespace NaraVard.Handoff.Features;

/// <summary>
/// The handoffs of a batch as they are now, whoever's they are, read and unsealed once for all lists that are given the
/// same batch. They are shared: nobody may change them. Safe to use from many threads.
/// </summary>
internal sealed class NewestHandoffs(IServiceScopeFactory scopes)
{
    private readonly ConditionalWeakTable<FeedBatch, Lazy<Task<Dictionary<Guid, HandoffCase>>>> batches = [];

    /// <summary>By id; those that are gone are missing.</summary>
    public async Task<IReadOnlyDictionary<Guid, HandoffCase>> Of(FeedBatch batch, CancellationToken cancel) =>
        await batches.GetValue(batch, key => new(() => Read(key))).Value.WaitAsync(cancel);

    private async Task<Dictionary<Guid, HandoffCase>> Read(FeedBatch batch)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HandoffDb>();
        var ids = batch.Changes.Select(change => change.Id).ToList();
        return await db.Handoffs.AsNoTracking().Where(handoff => ids.Contains(handoff.Id))
            .ToDictionaryAsync(handoff => handoff.Id);
    }
}
