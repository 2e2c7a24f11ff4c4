using NaraVard.Events.Listing;
using NaraVard.Listing.Data;
using NaraVard.Listing.Domain.Booking;
using NaraVard.Platform.Feeds;
using NaraVard.Platform.Messaging;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features;

/// <summary>
/// Makes and cancels bookings, and tells those who follow them and all other services in the same commit.
/// </summary>
internal sealed class Appointments(ListingDb db, Outbox<ListingDb> outbox, Feed<ListingDb> feed)
{
    /// <summary>What a booking is to the feed.</summary>
    public const string Resource = "booking";

    /// <summary>The time is held, and nothing hinders.</summary>
    public void Book(BookedTime booking, BookedTime? replaced)
    {
        if (replaced is not null)
            Cancel(replaced, CancelReason.Rebooked, booking.BookedAt);
        db.Add(booking);
        Follow(booking);
        outbox.Publish(booking.Person, new TimeBooked
        {
            BookingId = booking.Id,
            TimeId = booking.TimeId,
            PersonKey = booking.Person.ToString(),
            ClinicId = booking.Time.Clinic.Value,
            StartsAt = booking.Time.StartsAt,
            Minutes = booking.Time.Minutes,
            Profession = ((Proto.Profession)booking.Time.Profession).Code(),
            Form = ((Proto.ContactForm)booking.Time.Form).Code(),
            ReplacesBookingId = replaced?.Id,
            OccurredAt = booking.BookedAt,
        });
    }

    /// <summary>The person is held, and nothing hinders.</summary>
    public void Cancel(BookedTime booking, CancelReason reason, DateTimeOffset now)
    {
        booking.Cancel(reason, now);
        Follow(booking);
        outbox.Publish(booking.Person, new TimeCancelled
        {
            BookingId = booking.Id,
            TimeId = booking.TimeId,
            PersonKey = booking.Person.ToString(),
            ClinicId = booking.Time.Clinic.Value,
            StartsAt = booking.Time.StartsAt,
            Reason = ((Proto.CancelReason)reason).Code(),
            OccurredAt = now,
        });
    }

    private void Follow(BookedTime booking) => feed.Changed(
        Resource, booking.Id, Reach.OfRegion(booking.Time.Region), Reach.OfClinic(booking.Time.Clinic.Value));
}
