using NaraVard.Listing.Domain.Booking;
using NaraVard.Listing.Features.Wire;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Persons;
using NaraVard.Platform.Rest;

namespace NaraVard.Listing.Features.Booking.Wire;

/// <summary>Wire to domain: bookings, all their faults at once.</summary>
internal static class ParsedBooking
{
    private static readonly Text NotByHand = new("Så avbokas inget för hand.", "Nothing is cancelled so by hand.");

    public static BookingRequest Of(Proto.BookTimeRequest request, PersonKeys keys, TimeProvider clock)
    {
        var faults = new Violations();
        var id = Coded.Id("bookingId", request.BookingId, faults);
        var time = Coded.Id("timeId", request.TimeId, faults);
        var number = faults.ParseNumber("personNumber", request.PersonNumber, clock);
        var guardians = ParsedChoice.Guardians(request.GuardianNumbers, faults, clock);
        var replaces = request.ReplacesBookingId.Length == 0
            ? (Guid?)null : Coded.Id("replacesBookingId", request.ReplacesBookingId, faults);
        faults.ThrowIfAny();
        return new(
            id, time, keys.Of(number), [.. guardians.Select(keys.Of).Distinct()], replaces,
            ParsedChoice.Digest(request, keys));
    }

    public static (Guid Id, CancelReason Reason) Of(Proto.CancelBookingRequest request)
    {
        var faults = new Violations();
        var id = Coded.Id("bookingId", request.BookingId, faults);
        var reason = Coded.Parse<CancelReason, Proto.CancelReason>("reason", request.Reason, faults);
        if (reason is CancelReason.Rebooked or CancelReason.Deceased or CancelReason.ClinicClosed)
            faults.Add("reason", "not-by-hand", NotByHand);
        faults.ThrowIfAny();
        return (id, reason);
    }
}
