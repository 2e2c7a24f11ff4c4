namespace NaraVard.Listing.Domain.Booking;

/// <summary>Whom one meets.</summary>
internal enum Profession
{
    Doctor = 1,
    DistrictNurse = 2,
    Nurse = 3,
    Physiotherapist = 4,
    OccupationalTherapist = 5,
    Psychologist = 6,

    /// <summary>Kurator.</summary>
    Counsellor = 7,

    Midwife = 8,
    Dietitian = 9,
    Dentist = 10,
    DentalHygienist = 11,
}
