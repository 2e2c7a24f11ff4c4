using Grpc.Core;
using NaraVard.Contracts.Listing.V1;
using NaraVard.Listing.Tests.Features.Choosing;
using NaraVard.Testing;
using Client = NaraVard.Contracts.Listing.V1.ListingService.ListingServiceClient;

namespace NaraVard.Listing.Tests.Features.Ceilings;

[Collection(OneChoice.Name)]
public sealed class DecideCeilingTests(ChoiceHost host)
{
    [Fact]
    public async Task Is_decided_once_and_says_who_decided()
    {
        var request = ChoiceHost.Decision(await host.Clinic(), 50);
        var decided = await host.Administration.DecideCeilingAsync(request);

        Assert.Equal(decided, await host.Administration.DecideCeilingAsync(request));
        Assert.Equal((50, "2026-11-20", "2027-05-19", "HSN 2026/1234", ListingHost.Admin.HsaId),
            (decided.ListedMax, decided.FromDay, decided.ToDay, decided.DecisionReference, decided.DecidedBy));
    }

    [Fact]
    public async Task Those_who_are_listed_already_stay_and_the_next_queues()
    {
        var clinic = await host.Clinic();
        await host.Listed(clinic);
        await host.Listed(clinic);

        var ceiling = await host.Ceiling(clinic, 1);

        Assert.Equal((2, 1), (ceiling.Counted, ceiling.ListedMax));
        Assert.Equal(ListingState.Queued, (await host.Listed(clinic)).State);
    }

    [Fact]
    public async Task Refuses_what_the_region_does_not_allow()
    {
        var request = ChoiceHost.Decision(await host.Clinic(), 50);
        await host.Administration.DecideCeilingAsync(request);

        await Refused("clinic-unknown", With(one => one.ClinicId = "SE2321000016-NONE"));
        await Refused("ceiling-needs-last-day", With(one => one.ToDay = ""));
        await Refused("ceiling-overlaps", With(one => one.CeilingId = Guid.CreateVersion7().ToString()));
        await Refused("ceiling-id-taken", With(one => one.ListedMax = 51, keepsId: true));
        await host.Refuses(
            People.In("listing-admin", "region:19"), "policy-missing", Decide(request), isLogged: false);

        DecideCeilingRequest With(Action<DecideCeilingRequest> change, bool keepsId = false)
        {
            var other = request.Clone();
            if (!keepsId)
                other.CeilingId = Guid.CreateVersion7().ToString();
            change(other);
            return other;
        }
    }

    [Fact]
    public Task Names_everything_that_is_wrong_at_once() => host.RefusesInput(
        [
            "ceilingId required", "clinicId hsa-id-format", "decisionReference required", "fromDay required",
            "listedMax out-of-range", "toDay malformed", "type required",
        ],
        Decide(new() { ToDay = "snart" }), isLogged: false);

    private Task<Refusal> Refused(string code, DecideCeilingRequest request) =>
        host.Refuses(ListingHost.Admin, code, Decide(request), isLogged: false);

    [Fact]
    public async Task Lets_in_only_the_administration() =>
        await host.LetsInOnly(["listing-admin"], Decide(ChoiceHost.Decision(await host.Clinic(), 50)));

    private static Func<CallInvoker, CallOptions, Task> Decide(DecideCeilingRequest request) =>
        async (rpc, options) => await new Client(rpc).DecideCeilingAsync(request, options);
}
