namespace NaraVard.Listing.Domain.Policy;

/// <summary>How those who have not chosen are assigned a clinic (DOMAIN B2.4).</summary>
/// <param name="Area">Among which clinics.</param>
/// <param name="SkipsCeilings">Whether a clinic with a ceiling is passed over, also when it has room.</param>
/// <param name="NewbornAtMothersClinic">Whether a newborn is listed where a guardian is.</param>
/// <param name="Types">For which care anybody is assigned a clinic.</param>
internal sealed record AssignmentRule(
    AssignmentArea Area, bool SkipsCeilings, bool NewbornAtMothersClinic, IReadOnlyList<ListingType> Types);
