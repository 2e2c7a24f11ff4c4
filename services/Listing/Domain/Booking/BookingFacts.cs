using NaraVard.Listing.Domain.Choice;
using NaraVard.Listing.Domain.Policy;

namespace NaraVard.Listing.Domain.Booking;

/// <summary>All that is known when a booking is judged, but for whether the time is taken.</summary>
/// <param name="Time">The time.</param>
/// <param name="IsClinicClosed">Whether the clinic has closed for good by the day of the time.</param>
/// <param name="Person">Null when the register has nobody with the number.</param>
/// <param name="IsListed">Whether the person is listed at the clinic on that day for that care.</param>
/// <param name="IsBusy">Whether the person has another booking that overlaps and is not replaced.</param>
/// <param name="Guardians">The region's rule of who decides for a child.</param>
/// <param name="Now">The moment of the request.</param>
internal sealed record BookingFacts(
    BookableTime Time, bool IsClinicClosed, PersonFacts? Person, bool IsListed, bool IsBusy, GuardianPolicy Guardians,
    DateTimeOffset Now);
