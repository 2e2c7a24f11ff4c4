using Grpc.Core;
using NaraVard.Listing.Tests.Features.Choosing;
using Client = NaraVard.Contracts.Listing.V1.ListingService.ListingServiceClient;

namespace NaraVard.Listing.Tests.Features.Ceilings;

[Collection(OneChoice.Name)]
public sealed class GetCeilingTests(ChoiceHost host)
{
    [Fact]
    public async Task Says_how_full_the_clinic_is()
    {
        var clinic = await host.Clinic();
        var ceiling = await host.Ceiling(clinic, 1);
        await host.Listed(clinic);
        await host.Listed(clinic);

        var seen = await host.At(clinic).GetCeilingAsync(new() { CeilingId = ceiling.CeilingId });

        Assert.Equal((1, 0, 1), (seen.Counted, seen.Exempt, seen.Waiting));
    }

    [Fact]
    public async Task Hides_another_regions()
    {
        var ceiling = await host.Ceiling(await host.Clinic(), 1);

        await host.Refuses(ChoiceHost.Stockholmer, Refusal.NotFound, Get(ceiling.CeilingId), isLogged: false);
        await host.RefusesInput(["ceilingId malformed"], Get("x"), isLogged: false);
    }

    [Fact]
    public async Task Lets_in_only_who_works_with_listings() => await host.LetsInOnly(
        ["listing-admin", "partner", "clinician", "unit-manager"], Get(Guid.CreateVersion7().ToString()));

    private static Func<CallInvoker, CallOptions, Task> Get(string id) =>
        async (rpc, options) => await new Client(rpc).GetCeilingAsync(new() { CeilingId = id }, options);
}
