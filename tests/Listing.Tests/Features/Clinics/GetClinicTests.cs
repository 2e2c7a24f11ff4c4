using Grpc.Core;

namespace NaraVard.Listing.Tests.Features.Clinics;

[Collection(OneListing.Name)]
public sealed class GetClinicTests(ListingHost host)
{
    [Fact]
    public async Task Shows_the_clinic_as_it_is_today()
    {
        var created = await host.Created();

        Assert.Equal(created, await host.Clinics.GetClinicAsync(new() { ClinicId = created.ClinicId }));
    }

    [Fact]
    public async Task Is_not_there_before_its_first_day()
    {
        var created = await host.Created();

        await host.Refuses(ListingHost.Admin, Refusal.NotFound,
            (rpc, options) => Call(rpc, created.ClinicId, options, "2025-12-31"), isLogged: false);
    }

    [Fact]
    public Task Refuses_one_that_is_not_there() => host.Refuses(ListingHost.Admin, Refusal.NotFound,
        (rpc, options) => Call(rpc, ClinicStory.NewId(), options), isLogged: false);

    [Fact]
    public Task Tells_all_that_is_wrong_at_once() => host.RefusesInput(
        ["clinicId hsa-id-format", "day malformed"], (rpc, options) => Call(rpc, "", options, "i dag"),
        isLogged: false);

    [Fact]
    public Task Lets_in_only_those_who_list_people() => host.LetsInOnly(
        ["listing-admin", "clinician", "unit-manager", "partner"],
        (rpc, options) => Call(rpc, ClinicStory.NewId(), options));

    private static async Task Call(CallInvoker rpc, string id, CallOptions options, string day = "") =>
        await new Proto.ClinicService.ClinicServiceClient(rpc).GetClinicAsync(
            new() { ClinicId = id, Day = day }, options);
}
