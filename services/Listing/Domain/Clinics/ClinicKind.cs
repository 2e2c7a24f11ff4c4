namespace NaraVard.Listing.Domain.Clinics;

/// <summary>What sort of clinic it is (DOMAIN V03, V09).</summary>
internal enum ClinicKind
{
    /// <summary>Hälsocentral.</summary>
    HealthCentre = 1,

    /// <summary>Sjukstuga: a health centre with beds, far from a hospital.</summary>
    CottageHospital = 2,

    /// <summary>Folktandvård.</summary>
    PublicDental = 3,

    /// <summary>A clinic under contract, for care or dental care.</summary>
    PrivateClinic = 4,
}
