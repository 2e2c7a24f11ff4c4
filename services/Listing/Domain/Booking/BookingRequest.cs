using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Domain.Booking;

/// <summary>A booking as it is asked for.</summary>
/// <param name="Id">Chosen by the caller.</param>
/// <param name="TimeId">The time.</param>
/// <param name="Person">Who comes.</param>
/// <param name="Guardians">Those who book for a child; empty when the person does.</param>
/// <param name="Replaces">The person's booking that is cancelled when this one is made.</param>
/// <param name="Digest">Of the whole request.</param>
internal sealed record BookingRequest(
    Guid Id, Guid TimeId, PersonKey Person, IReadOnlyList<PersonKey> Guardians, Guid? Replaces, byte[] Digest);
