using Grpc.Core;
using NaraVard.Platform.Identity;
using NaraVard.Testing;
using Client = NaraVard.Contracts.Listing.V1.ListingService.ListingServiceClient;

namespace NaraVard.Listing.Tests.Features.Choosing;

[Collection(OneChoice.Name)]
public sealed class GetListingTests(ChoiceHost host)
{
    [Fact]
    public async Task Shows_the_region_and_the_own_clinic_the_same_but_for_what_each_may_do()
    {
        var clinic = await host.Clinic();
        var listed = await host.Listed(clinic);
        var named = new Proto.GetListingRequest { ListingId = listed.ListingId };

        var region = await host.Administration.GetListingAsync(named);
        var unit = await host.At(clinic).GetListingAsync(named);

        Assert.Equal(["endings", "doctor-choices"], region.AllowedActions.Select(action => action.Action));
        Assert.All(region.AllowedActions, action => Assert.True(action.Allowed));
        Assert.Equal(("endings", false, "ending-needs-staff"),
            (unit.AllowedActions[0].Action, unit.AllowedActions[0].Allowed, unit.AllowedActions[0].Code));
        region.AllowedActions.Clear();
        unit.AllowedActions.Clear();
        Assert.Equal(region, unit);
        Assert.Equal("Vårdcentralen Gripen", unit.ClinicName);
    }

    [Fact]
    public async Task Hides_what_is_another_regions_or_another_clinics()
    {
        var listed = await host.Listed(await host.Clinic());
        var other = ChoiceHost.StaffAt(await host.Clinic());

        foreach (var stranger in (TestUser[])[other, ChoiceHost.Stockholmer])
            await host.Refuses(stranger, Refusal.NotFound, Get(listed.ListingId));
        await host.Refuses(ChoiceHost.Partner, Refusal.NotFound, Get(Guid.CreateVersion7().ToString()));
        await host.Refuses(ChoiceHost.Partner, Refusal.Invalid, Get("x"));
        await host.Refuses(People.In(Roles.Clinician) with { Unit = null }, "unit-missing", Get(listed.ListingId));
    }

    [Fact]
    public async Task Lets_in_only_who_works_with_listings() => await host.LetsInOnly(
        ["listing-admin", "partner", "clinician", "unit-manager"], Get(Guid.CreateVersion7().ToString()));

    private static Func<CallInvoker, CallOptions, Task> Get(string id) =>
        async (rpc, options) => await new Client(rpc).GetListingAsync(new() { ListingId = id }, options);
}
