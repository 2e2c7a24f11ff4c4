namespace NaraVard.Listing.Domain.Persons;

/// <summary>
/// Labels of protected identity (DOMAIN B8.6). Unknown, since the register does not answer, is treated as protected.
/// </summary>
internal enum Protection
{
    None = 1,
    SecrecyMarking = 2,
    ProtectedRegistration = 3,
    Unknown = 4,
}
