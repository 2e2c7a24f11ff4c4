namespace NaraVard.Listing.Domain.Choice;

/// <summary>
/// All listings of one person for one type of care: at most one at each instant (HSL 7:3 a). Whatever changes them goes
/// through here.
/// </summary>
internal sealed class ListingBook(IEnumerable<PersonListing> listings)
{
    private readonly List<PersonListing> all = [.. listings];

    public IReadOnlyList<PersonListing> All => all;

    /// <summary>The one that holds on the day; null when there is none.</summary>
    public PersonListing? On(DateOnly day) => all.Find(one => one.StateOn(day) == ListingState.Active);

    /// <summary>The one that no end is set for: the present, or the coming when there is one.</summary>
    public PersonListing? Latest => all.Find(one => one.Until is null);

    /// <summary>
    /// Of two books that become one person's, the one whose listing was asked for first, when both have one without an
    /// end; else a book of nothing.
    /// </summary>
    public static ListingBook Earlier(ListingBook one, ListingBook other) => (one.Latest, other.Latest) switch
    {
        ({ } first, { } second) => first.RequestedAt < second.RequestedAt ? one : other,
        _ => new([]),
    };

    /// <summary>Listed from a day on; whatever would overlap ends on it, or never begins. What ended.</summary>
    public IReadOnlyList<PersonListing> List(PersonListing next, EndReason reason = EndReason.Relisted)
    {
        var ended = End(next.From, reason);
        all.Add(next);
        return ended;
    }

    /// <summary>Nothing holds from the day on. What ended.</summary>
    public IReadOnlyList<PersonListing> End(DateOnly day, EndReason reason) =>
        [.. all.Where(one => one.End(day, reason))];
}
