namespace NaraVard.Listing.Domain.Ceilings;

/// <summary>Somebody of a person's family, or of the same dwelling, who is or will be listed at a clinic.</summary>
/// <param name="IsGuardianOrChild">Whether the register names one of the two as the other's guardian.</param>
/// <param name="Dwelling">Null when nobody said, and for who is protected.</param>
internal readonly record struct FamilyMember(bool IsGuardianOrChild, Guid? Dwelling)
{
    /// <summary>
    /// Family at the same address (DOMAIN B2.2, Gävleborg): who lives in the same dwelling. Where the dwelling of
    /// either is not known, a guardian and a child are taken to live together.
    /// </summary>
    public bool LivesWith(Guid? dwelling) =>
        Dwelling is { } theirs && dwelling is { } own ? theirs == own : IsGuardianOrChild;
}
