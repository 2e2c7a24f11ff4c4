using Grpc.Core;
using NaraVard.Contracts.Listing.V1;
using Client = NaraVard.Contracts.Listing.V1.ListingService.ListingServiceClient;

namespace NaraVard.Listing.Tests.Features.Choosing;

[Collection(OneChoice.Name)]
public sealed class EndListingTests(ChoiceHost host)
{
    [Fact]
    public async Task Ends_a_listing_from_today_and_frees_the_place()
    {
        var clinic = await host.Clinic();
        var ceiling = await host.Ceiling(clinic, 1);
        var listed = await host.Listed(clinic);
        var request = Ending(listed.ListingId, ListingEndReason.ErrorCorrection);

        var ended = await host.Administration.EndListingAsync(request);

        Assert.Equal(
            (ListingState.Ended, ListingEndReason.ErrorCorrection, 2),
            (ended.State, ended.EndReason, ended.Version));
        Assert.Equal(ended, await host.Administration.EndListingAsync(request));
        Assert.Equal(0, (await host.Administration.GetCeilingAsync(new() { CeilingId = ceiling.CeilingId })).Counted);
    }

    [Fact]
    public async Task Leaves_a_queue_and_lets_the_others_move_up()
    {
        var clinic = await host.Clinic();
        await host.Ceiling(clinic, 1);
        await host.Listed(clinic);
        var (first, second) = (await host.Listed(clinic), await host.Listed(clinic));

        var left = await host.Choices.EndListingAsync(Ending(first.ListingId, ListingEndReason.Withdrawn));

        var next = await host.Choices.GetListingAsync(new() { ListingId = second.ListingId });
        Assert.Equal((ListingState.Ended, 0), (left.State, left.QueuePosition));
        Assert.Equal((2, 1), (second.QueuePosition, next.QueuePosition));
    }

    [Fact]
    public async Task Refuses_what_the_state_or_the_caller_does_not_allow()
    {
        var clinic = await host.Clinic();
        await host.Ceiling(clinic, 1);
        var (listed, queued) = (await host.Listed(clinic), await host.Listed(clinic));

        await host.Refuses(ChoiceHost.Partner, "ending-needs-staff", End(listed, ListingEndReason.MovedOut));
        await host.Refuses(ListingHost.Admin, "not-queued", End(listed, ListingEndReason.Withdrawn));
        await host.Refuses(ListingHost.Admin, "still-queued", End(queued, ListingEndReason.MovedOut));
        await host.Administration.EndListingAsync(Ending(listed.ListingId, ListingEndReason.MovedOut));
        await host.Refuses(ListingHost.Admin, "listing-ended", End(listed, ListingEndReason.Deceased));
        await host.Refuses(ChoiceHost.Stockholmer, Refusal.NotFound, End(queued, ListingEndReason.Withdrawn));
        await host.RefusesInput(
            ["listingId required", "reason not-by-hand"], End(new(), ListingEndReason.ProviderClosed));
    }

    [Fact]
    public async Task Lets_in_only_the_administration_and_partner_systems() => await host.LetsInOnly(
        ["listing-admin", "partner"], End(await host.Listed(await host.Clinic()), ListingEndReason.MovedOut));

    private static EndListingRequest Ending(string id, ListingEndReason reason) =>
        new() { ListingId = id, Reason = reason };

    private static Func<CallInvoker, CallOptions, Task> End(Proto.Listing listing, ListingEndReason reason) =>
        async (rpc, options) => await new Client(rpc).EndListingAsync(Ending(listing.ListingId, reason), options);
}
