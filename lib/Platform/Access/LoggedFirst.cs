using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace NaraVard.Platform.Access;

/// <summary>
/// Whose data a request changes is in the access log before it is changed: a process that ends between the two has
/// changed nothing that is not in the log. One for all contexts, so that their options are made once.
/// </summary>
internal sealed class LoggedFirst : SaveChangesInterceptor
{
    private readonly ConditionalWeakTable<DbContext, AccessTrail> trails = [];

    /// <summary>What the context saves is of the request with this trail.</summary>
    public void Follow(DbContext db, AccessTrail trail) => trails.Add(db, trail);

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } db && trails.TryGetValue(db, out var trail))
            await trail.Written();
        return result;
    }
}
