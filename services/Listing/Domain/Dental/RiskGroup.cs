namespace NaraVard.Listing.Domain.Dental;

/// <summary>
/// Risk of caries or periodontal disease, set at every examination by a dentist (DOMAIN B2.5). The greater of the two
/// decides.
/// </summary>
internal enum RiskGroup
{
    Low = 1,
    Moderate = 2,
    High = 3,
}
