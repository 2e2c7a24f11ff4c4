using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NaraVard.Listing.Domain.Choice;

namespace NaraVard.Listing.Data.Choice;

/// <summary>
/// Table <c>listings</c>. One without an end for each person and type of care, whatever the code does.
/// </summary>
internal sealed class ListingMap : IEntityTypeConfiguration<PersonListing>
{
    public void Configure(EntityTypeBuilder<PersonListing> builder)
    {
        builder.ToTable("listings");
        builder.HasKey(listing => listing.Id);
        builder.Property(listing => listing.Id).ValueGeneratedNever();
        builder.Property(listing => listing.Version).IsConcurrencyToken();
        builder.Property(listing => listing.Clinic).HasMaxLength(31);
        builder.Property(listing => listing.Region).HasMaxLength(2);
        builder.Property(listing => listing.AssignedBecause).HasMaxLength(60);
        builder.Property(listing => listing.HasTransitionalTreatment).HasDefaultValue(false);
        builder.Property(listing => listing.From).HasColumnName("from_day");
        builder.Property(listing => listing.Until).HasColumnName("until_day");
        builder.HasIndex(listing => new { listing.Person, listing.Type });
        builder.HasIndex(listing => new { listing.Person, listing.Type }, "one_open").IsUnique()
            .HasDatabaseName("ux_listings_open").HasFilter("until_day IS NULL");
        builder.HasIndex(listing => new { listing.Clinic, listing.Type, listing.Until });
    }
}
