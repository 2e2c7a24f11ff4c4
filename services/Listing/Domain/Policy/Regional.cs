using NaraVard.Platform.Time;

namespace NaraVard.Listing.Domain.Policy;

/// <summary>A rule of a region, or of all that have none of their own, for the days on which it applies.</summary>
internal interface IRegional : IDated
{
    /// <summary>County code; null for every region without a rule of its own.</summary>
    string? Region { get; }
}

/// <summary>Which rule is a region's.</summary>
internal static class Regional
{
    /// <summary>The region's own rule of a day, or else the one for all; null when there is neither.</summary>
    public static T? For<T>(this IReadOnlyCollection<T> rules, string region, DateOnly day)
        where T : class, IRegional =>
        rules.Where(rule => rule.Region == region).On(day) ?? rules.Where(rule => rule.Region is null).On(day);
}
