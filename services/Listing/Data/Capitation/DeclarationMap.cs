using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NaraVard.Listing.Domain.Capitation.Declarations;

namespace NaraVard.Listing.Data.Capitation;

/// <summary>Table <c>declarations</c>: rows are added, and never changed.</summary>
internal sealed class DeclarationMap : IEntityTypeConfiguration<Declaration>
{
    public void Configure(EntityTypeBuilder<Declaration> builder)
    {
        builder.ToTable("declarations");
        builder.HasKey(one => one.Id);
        builder.Property(one => one.Id).ValueGeneratedNever();
        builder.Property(one => one.Unit).HasMaxLength(31);
        builder.Property(one => one.Answers).IsJson(CapitationJson.Default.IReadOnlyListAreaAnswer);
        builder.HasIndex(one => new { one.PackageId, one.Unit, one.Version }).IsUnique();
    }
}
