using NaraVard.Listing.Domain.Policy;
using NaraVard.Platform.Errors;

namespace NaraVard.Listing.Domain.Choice;

/// <summary>Who may choose for whom (DOMAIN B2.3).</summary>
internal static class GuardianRules
{
    private const int AdultAgeYears = 18;

    /// <summary>Why those who chose may not; null when they may.</summary>
    public static RuleViolation? Obstacle(
        ChoiceRequest request, PersonFacts person, GuardianPolicy policy, DateOnly today)
    {
        var ageYears = person.AgeOn(today);
        if (request.Guardians.Count == 0)
            return ageYears >= policy.SelfFromAgeYears ? null : Refusals.GuardianNeeded(policy.SelfFromAgeYears);
        if (ageYears >= AdultAgeYears || request.Guardians.Except(person.Guardians).Any())
            return Refusals.WrongGuardian();
        return policy.Rule == GuardianRule.All && person.Guardians.Except(request.Guardians).Any()
            ? Refusals.GuardianMissing()
            : null;
    }
}
