using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NaraVard.Listing.Domain.Capitation.Packages;

namespace NaraVard.Listing.Data.Capitation;

/// <summary>Table <c>packages</c>. The content is text as it was put: its digest must hold for ever.</summary>
internal sealed class PackageMap : IEntityTypeConfiguration<Package>
{
    public void Configure(EntityTypeBuilder<Package> builder)
    {
        builder.ToTable("packages");
        builder.HasKey(package => package.Id);
        builder.Property(package => package.Id).ValueGeneratedNever();
        builder.Property(package => package.Version).IsConcurrencyToken();
        builder.Property(package => package.Region).HasMaxLength(20);
        builder.Property(package => package.From).HasColumnName("from_day");
        builder.Property(package => package.To).HasColumnName("to_day");
        builder.HasIndex(package => new { package.Region, package.System, package.From }).IsUnique()
            .HasDatabaseName("ix_packages_published").HasFilter("state = 2");
    }
}
