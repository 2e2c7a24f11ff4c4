namespace NaraVard.Listing.Domain.Clinics;

/// <summary>
/// The ages that a clinic receives (HSA's visitingRuleAge), in whole years, both included; null where there is no
/// limit. A choice is not refused by them: a provider limits only how many it lists, by a decision of the region (HSL
/// 7:3 c). They are shown and searched by, and nobody is assigned outside them.
/// </summary>
internal sealed record AgeLimits(int? Youngest, int? Oldest)
{
    public const int YearsMax = 130;

    public static AgeLimits None { get; } = new(null, null);

    public bool Includes(int ageYears) => !(ageYears < Youngest) && !(ageYears > Oldest);
}
