using NaraVard.Listing.Domain.Policy;
using NaraVard.Platform.Errors;
using NaraVard.Platform.Persons;

namespace NaraVard.Listing.Domain.Choice;

/// <summary>Who may choose for whom (DOMAIN B2.3).</summary>
internal static class GuardianRules
{
    private const int AdultAgeYears = 18;

    /// <summary>Why those who chose may not; null when they may.</summary>
    public static RuleViolation? Obstacle(
        IReadOnlyList<PersonKey> guardians, PersonFacts person, GuardianPolicy policy, DateOnly today)
    {
        var ageYears = person.AgeOn(today);
        if (guardians.Count == 0)
            return ageYears >= policy.SelfFromAgeYears ? null : Refusals.GuardianNeeded(policy.SelfFromAgeYears);
        if (ageYears >= AdultAgeYears || guardians.Except(person.Guardians).Any())
            return Refusals.WrongGuardian();
        return policy.Rule == GuardianRule.All && person.Guardians.Except(guardians).Any()
            ? Refusals.GuardianMissing()
            : null;
    }
}
