namespace NaraVard.Listing.Domain.Policy;

/// <summary>Who decides for a child, and from which age the child does (regional practice: 15, 16 or 18).</summary>
internal sealed record GuardianPolicy(GuardianRule Rule, int SelfFromAgeYears);
