namespace NaraVard.Listing.Domain.Doctors;

/// <summary>What a doctor of a clinic is, which says how many people the doctor is meant for.</summary>
internal enum DoctorKind
{
    /// <summary>Specialist in general medicine.</summary>
    Specialist = 1,

    /// <summary>Becoming one (ST).</summary>
    Trainee = 2,
}
