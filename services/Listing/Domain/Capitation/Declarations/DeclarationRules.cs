using NaraVard.Listing.Domain.Capitation.Packages;
using NaraVard.Listing.Domain.Clinics;
using NaraVard.Platform.Errors;

namespace NaraVard.Listing.Domain.Capitation.Declarations;

/// <summary>What a declaration must be, and whose is asked for.</summary>
internal static class DeclarationRules
{
    /// <summary>
    /// Everything that is wrong with answers: each area that the package has requirements in is answered for once, no
    /// other is, and what is not met in full is explained.
    /// </summary>
    public static IEnumerable<AnswerFault> Faults(
        IReadOnlySet<RequirementArea> areas, IReadOnlyList<AreaAnswer> answers)
    {
        var seen = new HashSet<RequirementArea>();
        foreach (var (i, answer) in answers.Index())
        {
            if (!areas.Contains(answer.Area))
                yield return new(AnswerFaultKind.AreaUnknown, answer.Area, i);
            else if (!seen.Add(answer.Area))
                yield return new(AnswerFaultKind.AreaTwice, answer.Area, i);
            if (answer.Fulfilment is not Fulfilment.Met && answer.Comment.Length == 0)
                yield return new(AnswerFaultKind.CommentMissing, answer.Area, i);
        }

        foreach (var area in areas.Except(seen).Order())
            yield return new(AnswerFaultKind.AreaMissing, area, answers.Count);
    }

    /// <summary>
    /// Whether a clinic declares for a package: it has an agreement for that care today; or on the nearest day of the
    /// package's, when today is none of them.
    /// </summary>
    public static bool IsAsked(Clinic clinic, Package package, DateOnly today)
    {
        var day = today < package.From ? package.From : today > package.To ? package.To.Value : today;
        return clinic.HasAgreement(package.System.ListingType(), day) && !clinic.IsClosedOn(day);
    }

    public static RuleViolation NotPublished() => new("package-not-published", new(
        "Förfrågningsunderlaget är inte beslutat. Försäkra när det är publicerat.",
        "The package is not decided. Declare when it is published."));

    public static RuleViolation UnitNotAsked() => new("unit-not-asked", new(
        "Enheten har inget avtal för den vård som förfrågningsunderlaget gäller.",
        "The unit has no agreement for the care that the package is for."));
}

/// <summary>One thing that is wrong with answers.</summary>
/// <param name="Index">Which answer, from 0; their number for what none of them says.</param>
internal readonly record struct AnswerFault(AnswerFaultKind Kind, RequirementArea Area, int Index);

internal enum AnswerFaultKind
{
    AreaUnknown,
    AreaTwice,
    AreaMissing,
    CommentMissing,
}
