using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NaraVard.Listing.Domain.Booking;

namespace NaraVard.Listing.Data.Booking;

/// <summary>
/// Tables <c>bookable_times</c> and <c>booked_times</c>. A time has one booking that holds, whatever the code does.
/// </summary>
internal sealed class BookingMap : IEntityTypeConfiguration<BookableTime>, IEntityTypeConfiguration<BookedTime>
{
    public void Configure(EntityTypeBuilder<BookableTime> builder)
    {
        builder.ToTable("bookable_times");
        builder.HasKey(time => time.Id);
        builder.Property(time => time.Id).ValueGeneratedNever();
        builder.Property(time => time.Region).HasMaxLength(2);
        builder.Property(time => time.Resource).HasMaxLength(60);
        builder.Ignore(time => time.Offer);
        builder.HasIndex(time => new { time.Clinic, time.Resource, time.StartsAt });
        builder.HasIndex(time => new { time.Region, time.StartsAt });
    }

    public void Configure(EntityTypeBuilder<BookedTime> builder)
    {
        builder.ToTable("booked_times");
        builder.HasKey(booking => booking.Id);
        builder.Property(booking => booking.Id).ValueGeneratedNever();
        builder.Property(booking => booking.Version).IsConcurrencyToken();
        builder.HasOne(booking => booking.Time).WithMany().HasForeignKey(booking => booking.TimeId);
        builder.HasIndex(booking => booking.Person);
        builder.HasIndex(booking => booking.TimeId, "one_that_holds").IsUnique()
            .HasDatabaseName("ux_booked_times_holding").HasFilter("cancelled_at IS NULL");
    }
}
