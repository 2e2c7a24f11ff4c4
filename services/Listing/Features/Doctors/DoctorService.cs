using NaraVard.Listing.Data;

namespace NaraVard.Listing.Features;

/// <summary>The doctors of the clinics, and who has whom. Each RPC has a file of its own in this folder.</summary>
internal sealed partial class DoctorService(
    ListingDb db, Contacts contacts, Answers answers, NamedDoctors named, Reach reach, PolicyBook policies,
    Acting acting)
    : Proto.DoctorService.DoctorServiceBase
{
    private const string Why = "Doctors at work and how many people they have, not who.";
}
