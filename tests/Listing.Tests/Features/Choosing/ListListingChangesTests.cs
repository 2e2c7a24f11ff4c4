using Grpc.Core;
using NaraVard.Contracts.Listing.V1;
using Client = NaraVard.Contracts.Listing.V1.ListingService.ListingServiceClient;

namespace NaraVard.Listing.Tests.Features.Choosing;

[Collection(OneChoice.Name)]
public sealed class ListListingChangesTests(ChoiceHost host)
{
    [Fact]
    public async Task A_clinic_reads_who_comes_and_who_leaves_as_it_is_now()
    {
        var (here, there, person) = (await host.Clinic(), await host.Clinic(), await host.Person());
        var came = await host.Listed(here, person);
        var first = await Read(here);

        await host.Listed(there, person);

        var second = await Read(here, first.NextCursor);
        Assert.Equal(came.ListingId, Assert.Single(first.Changes).ListingId);
        Assert.Equal(ListingState.Accepted, first.Changes[0].Listing.State);
        Assert.Equal(
            (came.ListingId, ListingState.Ended, false),
            (Assert.Single(second.Changes).ListingId, second.Changes[0].Listing.State, second.Changes[0].IsRemoved));
        Assert.Empty((await host.At(here).ListListingChangesAsync(new() { Cursor = second.NextCursor })).Changes);
    }

    [Fact]
    public async Task What_may_be_seen_no_more_is_told_as_removed()
    {
        var clinic = await host.Clinic();
        var came = await host.Listed(clinic);
        await host.Database.Execute($"update listings set region = '99' where id = '{came.ListingId}'");

        var delta = Assert.Single((await Read(clinic)).Changes);

        Assert.Equal((came.ListingId, true, null), (delta.ListingId, delta.IsRemoved, delta.Listing));
    }

    [Fact]
    public async Task Refuses_a_cursor_that_is_none_or_too_old()
    {
        await host.RefusesInput(
            ["cursor malformed", "limit out-of-range"], List(new() { Cursor = "x", Limit = -1 }));
        await host.Database.Execute("update platform.changes_floor set tx = '9', position = 9");
        await host.Refuses(ListingHost.Admin, "cursor-too-old", List(new() { Cursor = "AAAAAAAAAAEAAAAAAAAAAQ" }));
        await host.Database.Execute("update platform.changes_floor set tx = '0', position = 0");
    }

    [Fact]
    public async Task Lets_in_only_who_works_with_listings() => await host.LetsInOnly(
        ["listing-admin", "partner", "clinician", "unit-manager"], List(new()));

    /// <summary>The changes after a cursor; they come when transactions that began earlier have ended.</summary>
    private async Task<ListListingChangesResponse> Read(string clinic, string cursor = "")
    {
        var page = new ListListingChangesResponse();
        await host.Until("the change is told", async () =>
        {
            page = await host.At(clinic).ListListingChangesAsync(new() { Cursor = cursor });
            return page.Changes.Count > 0;
        });
        return page;
    }

    private static Func<CallInvoker, CallOptions, Task> List(ListListingChangesRequest request) =>
        async (rpc, options) => await new Client(rpc).ListListingChangesAsync(request, options);
}
