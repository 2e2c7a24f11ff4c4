using Microsoft.EntityFrameworkCore.Diagnostics;

namespace NaraVard.Platform.Access;

/// <summary>
/// Whose data a request changes is in the access log before it is changed: a process that ends between the two has
/// changed nothing that is not in the log.
/// </summary>
internal sealed class LoggedFirst(AccessTrail trail) : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await trail.Written();
        return result;
    }
}
