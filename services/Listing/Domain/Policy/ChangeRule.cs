using NaraVard.Listing.Domain.Choice;

namespace NaraVard.Listing.Domain.Policy;

/// <summary>How often the clinic may be changed (prop. 2021/22:72): so many times in so many days, rolling.</summary>
internal sealed record ChangeRule(int ChangesMax, int WindowDays, IReadOnlySet<ChangeReason> Excepted)
{
    /// <summary>
    /// Whether a choice is one of the counted changes: it leaves a clinic that the person had chosen, for a reason
    /// that the region does not except. What was assigned is left freely.
    /// </summary>
    public bool Counts(PersonListing? left, string to, ChangeReason reason) =>
        left is { Kind: ListingKind.Active } && left.Clinic != to && !Excepted.Contains(reason);

    /// <summary>Whether one more counted change may be made on the day.</summary>
    public bool Allows(IEnumerable<DateOnly> changes, DateOnly day) => LeftOn(day, changes) > 0;

    /// <summary>How many more may be made on the day, on which the window ends.</summary>
    public int LeftOn(DateOnly day, IEnumerable<DateOnly> changes) =>
        Math.Max(0, ChangesMax - changes.Count(change => change > day.AddDays(-WindowDays) && change <= day));
}
