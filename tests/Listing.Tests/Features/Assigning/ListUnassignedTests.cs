using Grpc.Core;
using NaraVard.Listing.Domain;
using NaraVard.Listing.Domain.Assigning;
using NaraVard.Listing.Tests.Features.Choosing;
using Client = NaraVard.Contracts.Listing.V1.ListingService.ListingServiceClient;

namespace NaraVard.Listing.Tests.Features.Assigning;

[Collection(OneChoice.Name)]
public sealed class ListUnassignedTests(ChoiceHost host)
{
    [Fact]
    public async Task Shows_the_own_regions_the_longest_waiting_first()
    {
        var (late, early, other) = (await host.Person(), await host.Person(), await host.Person(region: "18"));
        await host.Save(
            new UnassignedPerson(host.KeyOf(late), ListingType.PrimaryCare, "17", "no-clinic", new(1999, 1, 2)),
            new UnassignedPerson(host.KeyOf(early), ListingType.PrimaryCare, "17", "no-clinic", new(1999, 1, 1)),
            new UnassignedPerson(host.KeyOf(other), ListingType.PrimaryCare, "18", "no-clinic", new(1998, 1, 1)));

        var list = await host.Administration.ListUnassignedAsync(new() { Limit = 2 });

        Assert.Equal([early, late], list.Unassigned.Select(one => one.PersonNumber));
        Assert.Equal(("no-clinic", "1999-01-01"), (list.Unassigned[0].Because, list.Unassigned[0].SinceDay));
    }

    [Fact]
    public Task Refuses_a_page_that_is_none() =>
        host.RefusesInput(["limit out-of-range"], (rpc, options) => List(rpc, options, limit: -1));

    [Fact]
    public Task Lets_in_only_the_administration() =>
        host.LetsInOnly(["listing-admin"], (rpc, options) => List(rpc, options));

    private static async Task List(CallInvoker rpc, CallOptions options, int limit = 0) =>
        await new Client(rpc).ListUnassignedAsync(new() { Limit = limit }, options);
}
