namespace NaraVard.Listing.Domain.Capitation.Packages;

/// <summary>What a package asks units to do (uppdrag), and which part of it each follow-up is about.</summary>
/// <param name="FollowUps">The part of each; null in dental care, whose assignment has no parts.</param>
/// <param name="DeclareBy">The day by which each unit declares how it meets it; null when none is demanded.</param>
internal sealed record Assignment(
    IReadOnlyList<Requirement> Requirements, IReadOnlyList<AssignmentPart?> FollowUps, DateOnly? DeclareBy)
{
    /// <summary>The areas with requirements, which a unit answers for.</summary>
    public IReadOnlySet<RequirementArea> Areas { get; } = Requirements.Select(one => one.Area).ToHashSet();

    /// <summary>The parts that nothing is asked in: primary care's assignment has both (DOMAIN K04).</summary>
    public IEnumerable<AssignmentPart> PartsWithoutRequirement => Missing(Requirements.Select(one => one.Part));

    /// <summary>The parts that nothing follows up: each has a follow-up of its own.</summary>
    public IEnumerable<AssignmentPart> PartsWithoutFollowUp => Missing(FollowUps);

    private static IEnumerable<AssignmentPart> Missing(IEnumerable<AssignmentPart?> parts) =>
        Enum.GetValues<AssignmentPart>().Where(part => !parts.Contains(part));
}

/// <summary>One thing that units are asked to do.</summary>
/// <param name="Part">Null in dental care.</param>
internal sealed record Requirement(RequirementArea Area, AssignmentPart? Part);

/// <summary>A part of primary care's assignment.</summary>
internal enum AssignmentPart
{
    /// <summary>What a unit must have (grundläggande förutsättningar); followed up all the time.</summary>
    BasicConditions = 1,

    /// <summary>What a unit must do (primärvårdens uppdrag); followed up in a dialogue.</summary>
    PrimaryCareTask = 2,
}
