using Grpc.Core;
using NaraVard.Contracts.Listing.V1;
using NaraVard.Platform.Identity;
using NaraVard.Testing;
using Client = NaraVard.Contracts.Listing.V1.ListingService.ListingServiceClient;

namespace NaraVard.Listing.Tests.Features.Choosing;

[Collection(OneChoice.Name)]
public sealed class ListClinicListingsTests(ChoiceHost host)
{
    [Fact]
    public async Task Shows_the_own_clinics_listed_and_its_queue_in_order()
    {
        var clinic = await host.Clinic();
        await host.Ceiling(clinic, 2);
        var all = new List<Proto.Listing>();
        for (var i = 0; i < 5; i++)
            all.Add(await host.Listed(clinic));

        var listed = await host.At(clinic).ListClinicListingsAsync(new() { Type = ListingType.PrimaryCare });
        var queue = await host.At(clinic).ListClinicListingsAsync(new() { Queued = true, Limit = 2, Page = 1 });
        var rest = await host.Administration.ListClinicListingsAsync(
            new() { ClinicId = clinic, Queued = true, Limit = 2, Page = 2 });

        Assert.Equal(Ids(all.Take(2)).Order(), Ids(listed.Listings).Order());
        Assert.Equal(Ids(all.Skip(2)), Ids([.. queue.Listings, .. rest.Listings]));
        Assert.Equal([1, 2, 3], [.. queue.Listings.Concat(rest.Listings).Select(one => one.QueuePosition)]);
        Assert.Equal((3, 2), (queue.Meta.TotalRecords, queue.Meta.TotalPages));
    }

    [Fact]
    public async Task Shows_nothing_of_another_clinic_or_region()
    {
        var clinic = await host.Clinic();
        await host.Listed(clinic);
        var other = await host.Clinic();

        Assert.Empty((await host.At(other).ListClinicListingsAsync(new() { ClinicId = clinic })).Listings);
        Assert.Empty((await new Client(host.As(ChoiceHost.Stockholmer))
            .ListClinicListingsAsync(new() { ClinicId = clinic })).Listings);
    }

    [Fact]
    public async Task Refuses_a_clinic_the_queue_that_the_region_keeps_and_input_that_is_none()
    {
        var there = People.In(Roles.UnitManager, "region:18") with { Unit = await host.Clinic() };

        await host.Refuses(there, "queue-is-central", List(new() { Queued = true }));
        await host.Refuses(there with { Unit = null }, "unit-missing", List(new()));
        await host.RefusesInput(
            ["clinicId hsa-id-format", "limit out-of-range", "type unknown-code"],
            List(new() { Limit = 101, Type = (ListingType)99 }));
    }

    [Fact]
    public async Task Lets_in_only_the_administration_and_staff_of_clinics() => await host.LetsInOnly(
        ["listing-admin", "clinician", "unit-manager"], List(new() { ClinicId = await host.Clinic() }));

    private static Func<CallInvoker, CallOptions, Task> List(ListClinicListingsRequest request) =>
        async (rpc, options) => await new Client(rpc).ListClinicListingsAsync(request, options);

    private static IEnumerable<string> Ids(IEnumerable<Proto.Listing> listings) =>
        listings.Select(one => one.ListingId);
}
