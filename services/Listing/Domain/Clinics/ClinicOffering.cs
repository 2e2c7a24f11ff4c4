namespace NaraVard.Listing.Domain.Clinics;

/// <summary>What people look for when they look for a clinic.</summary>
internal enum ClinicOffering
{
    /// <summary>Barnavårdscentral.</summary>
    ChildHealth = 1,

    /// <summary>Barnmorskemottagning.</summary>
    Midwife = 2,

    /// <summary>Lättakut: what cannot wait, without a booked time.</summary>
    WalkInUrgent = 3,

    /// <summary>Öppen mottagning with several professions.</summary>
    OpenReception = 4,

    /// <summary>Distriktssköterska.</summary>
    DistrictNurse = 5,

    Vaccination = 6,
    Rehabilitation = 7,

    /// <summary>Psykosocialt team.</summary>
    MentalHealth = 8,

    HomeVisits = 9,
    Laboratory = 10,
    DigitalVisits = 11,
    Dentistry = 12,

    /// <summary>Akut tandvård.</summary>
    UrgentDentistry = 13,

    Orthodontics = 14,
}
