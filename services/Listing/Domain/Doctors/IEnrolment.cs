using NaraVard.Listing.Domain.Choice;
using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Domain.Doctors;

/// <summary>
/// A listing, or a place in a queue that becomes one with the same id: what a person's doctor goes with.
/// </summary>
internal interface IEnrolment
{
    Guid Id { get; }

    long Version { get; }

    PersonKey Person { get; }

    ListingType Type { get; }

    string Clinic { get; }

    string Region { get; }

    /// <summary>Of the request that made it.</summary>
    byte[] Digest { get; }

    /// <summary>The first day, or the day from which it waits.</summary>
    DateOnly From { get; }

    ListingState StateOn(DateOnly day);

    /// <summary>The person has another doctor: whoever has read it reads it again.</summary>
    void DoctorChanged();
}
