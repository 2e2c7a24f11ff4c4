using Google.Protobuf.WellKnownTypes;
using NaraVard.Listing.Domain.Booking;

namespace NaraVard.Listing.Features.Booking.Wire;

/// <summary>Domain to wire: times, waits and bookings.</summary>
internal static class WireBooking
{
    public static Proto.FreeTime Of(BookableTime time) => new()
    {
        TimeId = time.Id.ToString(),
        ClinicId = time.Clinic.Value,
        StartsAt = Timestamp.FromDateTimeOffset(time.StartsAt),
        Minutes = time.Minutes,
        Profession = (Proto.Profession)time.Profession,
        Form = (Proto.ContactForm)time.Form,
        Errand = (Proto.Errand)time.Errand,
        WeekPart = (Proto.WeekPart)time.Part,
        IsForListed = time.IsForListed,
    };

    public static Proto.Wait Of(Wait wait) => new()
    {
        ClinicId = wait.Clinic?.Value ?? "",
        Profession = (Proto.Profession)wait.Profession,
        Form = (Proto.ContactForm)wait.Form,
        Any = Of(wait.Any),
        Evening = Of(wait.Evening),
        Weekend = Of(wait.Weekend),
        Published = wait.Published,
        PublishedEvening = wait.PublishedEvening,
        PublishedWeekend = wait.PublishedWeekend,
        WeekendPercent = wait.WeekendPercent,
    };

    public static Proto.Booking Of(BookedTime booking, string number, string clinicName, int cancelHours) => new()
    {
        BookingId = booking.Id.ToString(),
        Version = booking.Version,
        PersonNumber = number,
        Time = Of(booking.Time),
        ClinicName = clinicName,
        BookedAt = Timestamp.FromDateTimeOffset(booking.BookedAt),
        CancelUntil = Timestamp.FromDateTimeOffset(booking.CancelUntil(cancelHours)),
        CancelledAt = booking.CancelledAt is { } at ? Timestamp.FromDateTimeOffset(at) : null,
        CancelReason = (Proto.CancelReason)(booking.CancelReason ?? 0),
    };

    private static Proto.FreeWithin Of(FreeWithin free)
    {
        var reply = new Proto.FreeWithin();
        if (free.FirstDays is { } first)
            reply.FirstDays = first;
        if (free.ThirdDays is { } third)
            reply.ThirdDays = third;
        return reply;
    }
}
