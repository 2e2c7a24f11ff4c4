using Grpc.Core;
using NaraVard.Contracts.Listing.V1;
using NaraVard.Listing.Tests.Features.Choosing;
using Client = NaraVard.Contracts.Listing.V1.ListingService.ListingServiceClient;

namespace NaraVard.Listing.Tests.Features.Ceilings;

[Collection(OneChoice.Name)]
public sealed class ListCeilingsTests(ChoiceHost host)
{
    [Fact]
    public async Task Shows_a_clinics_ceilings_the_latest_first()
    {
        var clinic = await host.Clinic();
        var first = await host.Ceiling(clinic, 1);
        var later = ChoiceHost.Decision(clinic, 2);
        (later.FromDay, later.ToDay) = ("2027-06-01", "2027-12-31");
        var second = await host.Administration.DecideCeilingAsync(later);

        var list = await host.At(clinic).ListCeilingsAsync(new() { ClinicId = clinic });

        Assert.Equal([second.CeilingId, first.CeilingId], list.Ceilings.Select(one => one.CeilingId));
        Assert.Equal(2, list.Meta.TotalRecords);
        Assert.Empty((await new Client(host.As(ChoiceHost.Stockholmer)).ListCeilingsAsync(
            new() { ClinicId = clinic })).Ceilings);
    }

    [Fact]
    public Task Names_everything_that_is_wrong_at_once() => host.RefusesInput(
        ["clinicId hsa-id-format", "page out-of-range"], List(new() { ClinicId = "x", Page = -1 }), isLogged: false);

    [Fact]
    public async Task Lets_in_only_who_works_with_listings() => await host.LetsInOnly(
        ["listing-admin", "partner", "clinician", "unit-manager"], List(new()));

    private static Func<CallInvoker, CallOptions, Task> List(ListCeilingsRequest request) =>
        async (rpc, options) => await new Client(rpc).ListCeilingsAsync(request, options);
}
