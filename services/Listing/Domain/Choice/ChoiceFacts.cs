using NaraVard.Listing.Domain.Assigning;
using NaraVard.Listing.Domain.Ceilings;
using NaraVard.Listing.Domain.Doctors;
using NaraVard.Listing.Domain.Policy;

namespace NaraVard.Listing.Domain.Choice;

/// <summary>All that is known when a choice is judged, but for how full the clinic is.</summary>
/// <param name="Person">Null when the register has nobody with the number.</param>
/// <param name="Clinic">Null when there is none with the id.</param>
/// <param name="Book">The person's listings of this type of care.</param>
/// <param name="Waiting">The person's places in queues of this type of care that still wait.</param>
/// <param name="Policy">The region's rules of the day.</param>
/// <param name="Today">The day of the request.</param>
internal sealed record ChoiceFacts(
    PersonFacts? Person, ClinicFacts? Clinic, ListingBook Book, IReadOnlyList<QueuePlace> Waiting,
    ListingPolicy Policy, DateOnly Today)
{
    /// <summary>The doctor who is wanted; null when the clinic has none with the id, or none is wanted.</summary>
    public Doctor? Doctor { get; init; }

    /// <summary>The person's family at the clinic; empty where the region's ceilings count family too.</summary>
    public IReadOnlyList<FamilyMember> FamilyThere { get; init; } = [];

    /// <summary>The first day of what is chosen.</summary>
    public DateOnly From => Policy.EffectOf(Today);
}
