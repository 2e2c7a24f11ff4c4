using Grpc.Core;
using NaraVard.Contracts.Listing.V1;
using NaraVard.Listing.Tests.Features.Choosing;
using Client = NaraVard.Contracts.Listing.V1.ListingService.ListingServiceClient;

namespace NaraVard.Listing.Tests.Features.Ceilings;

[Collection(OneChoice.Name)]
public sealed class ReviseCeilingTests(ChoiceHost host)
{
    [Fact]
    public async Task A_new_decision_gives_another_number_and_the_same_again_changes_nothing()
    {
        var ceiling = await host.Ceiling(await host.Clinic(), 1);
        var request = Revision(ceiling.CeilingId, 2, "2027-01-31");

        var revised = await host.Administration.ReviseCeilingAsync(request);

        Assert.Equal((2, "2027-01-31", "HSN 2026/1240", 2L),
            (revised.ListedMax, revised.ToDay, revised.DecisionReference, revised.Version));
        Assert.Equal(revised, await host.Administration.ReviseCeilingAsync(request));
    }

    [Fact]
    public async Task With_a_last_day_before_today_it_holds_no_more()
    {
        var clinic = await host.Clinic();
        var ceiling = await host.Ceiling(clinic, 1);
        await host.Listed(clinic);

        await host.Administration.ReviseCeilingAsync(Revision(ceiling.CeilingId, 1, "2026-11-19"));

        Assert.Equal(ListingState.Accepted, (await host.Listed(clinic)).State);
    }

    [Fact]
    public async Task Refuses_what_is_wrong_or_anothers()
    {
        var ceiling = await host.Ceiling(await host.Clinic(), 1);

        await host.Refuses(
            ListingHost.Admin, "ceiling-needs-last-day", Revise(Revision(ceiling.CeilingId, 2, "")), isLogged: false);
        await host.Refuses(
            ChoiceHost.Stockholmer, Refusal.NotFound, Revise(Revision(ceiling.CeilingId, 2, "2027-01-31")),
            isLogged: false);
        await host.RefusesInput(
            ["ceilingId required", "decisionReference required", "listedMax out-of-range", "toDay malformed"],
            Revise(new() { ToDay = "2027-02-30" }), isLogged: false);
    }

    [Fact]
    public async Task Lets_in_only_the_administration() =>
        await host.LetsInOnly(["listing-admin"], Revise(Revision(Guid.CreateVersion7().ToString(), 2, "")));

    private static ReviseCeilingRequest Revision(string id, int listedMax, string to) =>
        new() { CeilingId = id, ListedMax = listedMax, ToDay = to, DecisionReference = "HSN 2026/1240" };

    private static Func<CallInvoker, CallOptions, Task> Revise(ReviseCeilingRequest request) =>
        async (rpc, options) => await new Client(rpc).ReviseCeilingAsync(request, options);
}
