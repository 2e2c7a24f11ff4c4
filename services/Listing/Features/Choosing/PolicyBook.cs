using NaraVard.Listing.Domain.Dental;
using NaraVard.Listing.Domain.Doctors;
using NaraVard.Listing.Domain.Policy;

namespace NaraVard.Listing.Features;

/// <summary>The configured rules of the regions, as the domain knows them.</summary>
internal sealed class PolicyBook(ListingPolicyOptions options)
{
    private readonly List<ListingPolicy> policies = [.. options.Policies.Select(policy => policy.ToPolicy())];
    private readonly List<RecallRule> recalls = [.. options.Recalls.Select(recall => recall.ToRule())];
    private readonly List<DoctorTarget> targets = [.. options.DoctorTargets.Select(target => target.ToTarget())];

    /// <summary>The regions that have rules at all.</summary>
    public IEnumerable<string> Regions => policies.Select(policy => policy.Region).Distinct();

    /// <summary>The region's rules on a day, or the refusal that there are none.</summary>
    public ListingPolicy Of(string region, DateOnly day) => ListingPolicy.For(region, day, policies);

    /// <summary>When the region's dental examinations are due, by the rule of a day.</summary>
    public RecallRule Recall(string region, DateOnly day) => RecallRule.For(region, day, recalls);

    /// <summary>How many people a doctor is meant for in a region on a day.</summary>
    public DoctorTarget DoctorTarget(string region, DateOnly day) =>
        Domain.Doctors.DoctorTarget.For(region, day, targets);
}
