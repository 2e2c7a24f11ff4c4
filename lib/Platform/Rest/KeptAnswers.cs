using Microsoft.EntityFrameworkCore;

namespace NaraVard.Platform.Rest;

/// <summary>The answers that are kept for retries with <c>idempotency-key</c>.</summary>
public static class KeptAnswers
{
    /// <summary>
    /// Forgets, in the open transaction, every kept answer that touched the resource: what may be seen no more is not
    /// shown to a retry either. The retry is then a request as any other.
    /// </summary>
    /// <param name="db">The service's context.</param>
    /// <param name="resourceType">As it was touched: <c>handoff</c>.</param>
    /// <param name="resourceId">Which one.</param>
    /// <param name="cancellation">Gives up.</param>
    public static Task ForgetAnswers(
        this DbContext db, string resourceType, string resourceId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Database.ExecuteSqlAsync(
            $"""
            delete from platform.idempotency where exists (
                select from jsonb_array_elements(touched) one
                where one ->> 1 = {resourceType} and one ->> 2 = {resourceId})
            """,
            cancellation);
    }
}
