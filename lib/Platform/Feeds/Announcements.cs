using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using NaraVard.Platform.Hosting;
using Npgsql;

namespace NaraVard.Platform.Feeds;

/// <summary>
/// Wakes those who wait for something once it is committed: the readers of this process at once, those of other
/// processes by a notice that all commits of the moment share. A notice in the transaction itself would hold a lock of
/// the whole cluster until the commit is on disk, and commits would queue up. One that is lost with its process is made
/// up for by the look without a wake-up.
/// </summary>
internal sealed class Announcements<TDb>(DatabaseConnections<TDb> database, Wakeups<TDb> wakeups)
    : SaveChangesInterceptor, IDbTransactionInterceptor
    where TDb : DbContext
{
    private const string NotifySql = "select pg_notify('naravard', key) from unnest($1) key";

    private readonly ConditionalWeakTable<DbContext, HashSet<string>> prepared = [];
    private readonly Lock gate = new();
    private HashSet<string> untold = [];
    private bool isTelling;

    /// <summary>Prepares a wake-up for when what the context is about to save has been committed.</summary>
    public void Prepare(TDb db, string key) => prepared.GetOrCreateValue(db).Add(key);

    /// <summary>
    /// Takes over what has been prepared, for who commits the context's changes in a transaction of his own.
    /// </summary>
    public IReadOnlyCollection<string> Take(DbContext? db) =>
        db is not null && prepared.Remove(db, out var keys) ? keys : [];

    /// <summary>Wakes those who wait; the changes are committed.</summary>
    public void Announce(IReadOnlyCollection<string> keys)
    {
        if (keys.Count == 0)
            return;
        foreach (var key in keys)
            wakeups.Wake(key);
        lock (gate)
        {
            untold.UnionWith(keys);
            if (isTelling)
                return;
            isTelling = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(_ => _ = Tell(), null);
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context?.Database.CurrentTransaction is null)
            Announce(Take(eventData.Context));
        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Announce(Take(eventData.Context));
        return Task.CompletedTask;
    }

    private async Task Tell()
    {
        while (Next() is { Length: > 0 } keys)
        {
            try
            {
                await using var connection = await database.Source.OpenConnectionAsync();
                // This process has been woken already.
                wakeups.Disregard(connection.ProcessID);
                await using var batch = new NpgsqlBatch(connection);
                batch.AddRelaxed();
                batch.Add(NotifySql, [keys]);
                await batch.ExecuteNonQueryAsync();
            }
            catch (Exception e) when (
                e is NpgsqlException or TimeoutException or IOException or ObjectDisposedException)
            {
                // The others find it when they look by themselves.
            }
        }
    }

    private string[] Next()
    {
        lock (gate)
        {
            string[] next = [.. untold];
            untold = [];
            isTelling = next.Length > 0;
            return next;
        }
    }
}
