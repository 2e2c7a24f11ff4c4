using NaraVard.Listing.Domain.Choice;

namespace NaraVard.Listing.Tests.Domain.Choice;

public sealed class ListingStepsTests
{
    private static readonly Dictionary<(ListingState, ListingStep), ListingState> Table = new()
    {
        [(ListingState.Requested, ListingStep.Queue)] = ListingState.Queued,
        [(ListingState.Requested, ListingStep.Accept)] = ListingState.Accepted,
        [(ListingState.Requested, ListingStep.Refuse)] = ListingState.Refused,
        [(ListingState.Queued, ListingStep.Accept)] = ListingState.Accepted,
        [(ListingState.Queued, ListingStep.End)] = ListingState.Ended,
        [(ListingState.Accepted, ListingStep.Begin)] = ListingState.Active,
        [(ListingState.Accepted, ListingStep.End)] = ListingState.Ended,
        [(ListingState.Active, ListingStep.End)] = ListingState.Ended,
    };

    [Fact]
    public void Every_step_from_every_state_is_as_the_table_says_and_no_other_is_possible()
    {
        foreach (var state in Enum.GetValues<ListingState>())
            foreach (var step in Enum.GetValues<ListingStep>())
                Assert.Equal(
                    Table.TryGetValue((state, step), out var next) ? next : (ListingState?)null,
                    ListingSteps.After(state, step));
    }

    [Fact]
    public void What_a_listing_is_on_a_day_follows_from_its_days()
    {
        var listing = A.Listing(A.Here, A.Today.AddDays(1));

        Assert.Equal(ListingState.Accepted, listing.StateOn(A.Today));
        Assert.Equal(ListingState.Active, listing.StateOn(A.Today.AddDays(1)));

        Assert.True(listing.End(A.Today.AddDays(5), EndReason.Relisted));

        Assert.Equal(ListingState.Active, listing.StateOn(A.Today.AddDays(4)));
        Assert.Equal(ListingState.Ended, listing.StateOn(A.Today.AddDays(5)));
        Assert.False(listing.End(A.Today.AddDays(6), EndReason.MovedOut));
        Assert.Equal(EndReason.Relisted, listing.EndReason);
    }

    [Fact]
    public void A_listing_that_ends_before_its_first_day_never_begins()
    {
        var listing = A.Listing(A.Here, A.Today.AddDays(10));

        listing.End(A.Today, EndReason.Relisted);

        Assert.All([A.Today, A.Today.AddDays(10), A.Today.AddDays(11)],
            day => Assert.Equal(ListingState.Ended, listing.StateOn(day)));
    }
}
