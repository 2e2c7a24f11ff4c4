namespace NaraVard.Listing.Domain.Assigning;

/// <summary>A clinic to which somebody may be assigned.</summary>
/// <param name="Clinic">The clinic, which has an agreement and is open.</param>
/// <param name="Listed">How many are listed there.</param>
/// <param name="HasCeiling">Whether a ceiling holds.</param>
/// <param name="HasRoom">Whether one more of this kind has room, and nobody is passed who waits.</param>
internal sealed record Candidate(ClinicFacts Clinic, int Listed, bool HasCeiling, bool HasRoom);
