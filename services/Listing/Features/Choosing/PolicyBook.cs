using NaraVard.Listing.Domain.Dental;
using NaraVard.Listing.Domain.Policy;

namespace NaraVard.Listing.Features;

/// <summary>The configured rules of the regions, as the domain knows them.</summary>
internal sealed class PolicyBook(ListingPolicyOptions options)
{
    private readonly List<ListingPolicy> policies = [.. options.Policies.Select(policy => policy.ToPolicy())];

    /// <summary>The regions that have rules at all.</summary>
    public IEnumerable<string> Regions => policies.Select(policy => policy.Region).Distinct();

    /// <summary>How long between two dental examinations.</summary>
    public IReadOnlyList<RecallRule> Recalls { get; } =
    [
        .. options.Recalls.Select(one => new RecallRule(
            one.From ?? default, one.To, one.LowMonths, one.ModerateMonths, one.HighMonths, one.ToleranceDays)),
    ];

    /// <summary>The region's rules on a day, or the refusal that there are none.</summary>
    public ListingPolicy Of(string region, DateOnly day) => ListingPolicy.For(region, day, policies);
}
