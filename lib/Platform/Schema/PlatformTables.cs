using Microsoft.EntityFrameworkCore;
using NaraVard.Platform.Feeds;
using NaraVard.Platform.Messaging.Sending;

namespace NaraVard.Platform.Schema;

/// <summary>Maps the tables that the platform keeps in every service's database.</summary>
public static class PlatformTables
{
    /// <summary>
    /// Lets the context write outbox and feed in its own <c>SaveChanges</c>. Call it in <c>OnModelCreating</c>. The
    /// tables are made by the platform's own scripts and stay out of the service's migrations.
    /// </summary>
    public static ModelBuilder AddPlatformTables(this ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Entity<OutboxRow>(OutboxRow.Map);
        model.Entity<ChangeRow>(ChangeRow.Map);
        return model;
    }
}
