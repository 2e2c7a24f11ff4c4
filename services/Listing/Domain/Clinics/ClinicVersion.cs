using NaraVard.Identifiers;

namespace NaraVard.Listing.Domain.Clinics;

/// <summary>A clinic's profile from a day on, until the next version begins.</summary>
internal sealed class ClinicVersion
{
    public ClinicVersion(HsaId clinicId, DateOnly from, ClinicProfile profile) =>
        (ClinicId, From, Profile) = (clinicId, from, profile);

    public HsaId ClinicId { get; private set; }

    public DateOnly From { get; private set; }

    public ClinicProfile Profile { get; private set; }

    public void Replace(ClinicProfile profile) => Profile = profile;
}
