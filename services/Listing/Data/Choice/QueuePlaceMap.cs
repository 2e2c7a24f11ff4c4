using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NaraVard.Listing.Domain.Ceilings;

namespace NaraVard.Listing.Data.Choice;

/// <summary>Table <c>queue_places</c>. A place that became a listing is not kept.</summary>
internal sealed class QueuePlaceMap : IEntityTypeConfiguration<QueuePlace>
{
    public void Configure(EntityTypeBuilder<QueuePlace> builder)
    {
        builder.ToTable("queue_places");
        builder.HasKey(place => place.Id);
        builder.Property(place => place.Id).ValueGeneratedNever();
        builder.Property(place => place.Version).IsConcurrencyToken();
        builder.Property(place => place.Clinic).HasMaxLength(31);
        builder.Property(place => place.Region).HasMaxLength(2);
        builder.Property(place => place.HasTransitionalTreatment).HasDefaultValue(false);
        builder.Ignore(place => place.State).Ignore(place => place.Entry);
        builder.HasIndex(place => new { place.Person, place.Type });
        builder.HasIndex(place => new { place.Clinic, place.Type, place.Arrival }).IsUnique();
    }
}
