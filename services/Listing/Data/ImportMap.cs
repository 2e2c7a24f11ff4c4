using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NaraVard.Listing.Domain.Imports;

namespace NaraVard.Listing.Data;

/// <summary>Tables <c>imports</c> and <c>import_faults</c>.</summary>
internal sealed class ImportMap : IEntityTypeConfiguration<Import>, IEntityTypeConfiguration<ImportFault>
{
    public void Configure(EntityTypeBuilder<Import> builder)
    {
        builder.ToTable("imports");
        builder.HasKey(import => import.Id);
        builder.Property(import => import.Id).ValueGeneratedNever();
        builder.Property(import => import.Version).IsConcurrencyToken();
        builder.Property(import => import.Region).HasMaxLength(2);
    }

    public void Configure(EntityTypeBuilder<ImportFault> builder)
    {
        builder.ToTable("import_faults");
        builder.HasKey(fault => new { fault.ImportId, fault.Ordinal });
        builder.Ignore(fault => fault.Text);
    }
}
