using NaraVard.Listing.Data;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Listing.Domain.Doctors;
using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Features;

/// <summary>The doctors of the clinics, and who has whom. Each RPC has a file of its own in this folder.</summary>
internal sealed partial class DoctorService(
    ListingDb db, Contacts contacts, Answers answers, NamedDoctors named, Reach reach, PolicyBook policies,
    Acting acting, Ledger ledger, PersonKeys keys, TimeProvider clock)
    : Proto.DoctorService.DoctorServiceBase
{
    private const string Why = "Doctors at work and how many people they have, not who.";

    /// <summary>Refuses those who decide for a child and may not, as for a choice of clinic.</summary>
    private async Task RequireDeciders(IEnrolment one, IReadOnlyList<PersonKey> guardians, CancellationToken cancel)
    {
        var rule = policies.Of(acting.Region, acting.Today).Guardians[one.Type];
        if (await ledger.Person(one.Person, acting.Region, acting.Today, cancel) is { } person
            && GuardianRules.Obstacle(await ledger.Current(guardians, cancel), person, rule, acting.Today) is { } wrong)
            throw wrong;
    }
}
