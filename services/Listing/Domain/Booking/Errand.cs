namespace NaraVard.Listing.Domain.Booking;

/// <summary>What a time is for.</summary>
internal enum Errand
{
    /// <summary>A new or changed health problem: what the care guarantee counts (DOMAIN B1.3).</summary>
    NewProblem = 1,

    /// <summary>A planned recheck, outside the care guarantee.</summary>
    Recheck = 2,

    Vaccination = 3,
    Sampling = 4,
    ChildHealth = 5,
    Maternity = 6,
    Certificate = 7,
    Dental = 8,
}
