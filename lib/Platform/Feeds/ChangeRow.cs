using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NaraVard.Platform.Feeds;

/// <summary>A row of <c>platform.changes</c> on its way in; transaction and time are the database's.</summary>
internal sealed class ChangeRow
{
    public long Position { get; private set; }

    public required string Resource { get; init; }

    public required Guid ResourceId { get; init; }

    public required string Audience { get; init; }

    public required bool Deleted { get; init; }

    public static void Map(EntityTypeBuilder<ChangeRow> row)
    {
        row.ToTable("changes", "platform", table => table.ExcludeFromMigrations());
        row.HasKey(change => change.Position);
        row.Property(change => change.Position).HasColumnName("position").UseIdentityAlwaysColumn();
        row.Property(change => change.Resource).HasColumnName("resource");
        row.Property(change => change.ResourceId).HasColumnName("resource_id");
        row.Property(change => change.Audience).HasColumnName("audience");
        row.Property(change => change.Deleted).HasColumnName("deleted");
    }
}
