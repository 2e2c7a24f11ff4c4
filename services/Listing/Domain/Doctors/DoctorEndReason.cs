namespace NaraVard.Listing.Domain.Doctors;

/// <summary>
/// Why somebody's contact with a doctor ended. One that ended with its listing has no reason of its own.
/// </summary>
internal enum DoctorEndReason
{
    AnotherChosen = 1,

    /// <summary>The doctor leaves the clinic; the person is to choose anew.</summary>
    DoctorLeft = 2,

    /// <summary>The person wants no doctor.</summary>
    GivenUp = 3,
}
