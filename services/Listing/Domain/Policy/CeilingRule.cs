using NaraVard.Listing.Domain.Choice;

namespace NaraVard.Listing.Domain.Policy;

/// <summary>What a ceiling needs and whom it does not count (DOMAIN B2.2).</summary>
/// <param name="MonthsMax">The longest period of one decision; null when the region sets none.</param>
/// <param name="NeedsLastDay">Whether a decision must be limited in time.</param>
/// <param name="ExemptKinds">Ways of being listed that it does not count.</param>
/// <param name="ExemptUnderAgeYears">Children below this age are not counted; 0 when there is no such rule.</param>
/// <param name="ExemptsFamily">Whether family at the same address who is listed there exempts.</param>
internal sealed record CeilingRule(
    int? MonthsMax, bool NeedsLastDay, IReadOnlySet<ListingKind> ExemptKinds, int ExemptUnderAgeYears,
    bool ExemptsFamily)
{
    public bool Exempts(ListingKind kind, int ageYears, bool hasFamilyThere) =>
        ExemptKinds.Contains(kind) || ageYears < ExemptUnderAgeYears || (ExemptsFamily && hasFamilyThere);
}
