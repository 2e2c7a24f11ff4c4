using Grpc.Core;

namespace NaraVard.Listing.Tests.Features.Clinics;

[Collection(OneListing.Name)]
public sealed class CloseClinicTests(ListingHost host)
{
    [Fact]
    public async Task Says_from_when_and_why_and_the_same_again()
    {
        var close = Close((await host.Created()).ClinicId);

        var closed = await host.Clinics.CloseClinicAsync(close);
        var again = await host.Clinics.CloseClinicAsync(close);

        Assert.Equal(("2026-12-01", Proto.ClosureReason.ContractEnded, 2L),
            (closed.ClosedFrom, closed.ClosureReason, closed.Version));
        Assert.Equal(closed, again);
    }

    [Fact]
    public async Task A_day_that_has_not_come_may_be_set_anew()
    {
        var id = (await host.Created()).ClinicId;
        await host.Clinics.CloseClinicAsync(Close(id));

        var closed = await host.Clinics.CloseClinicAsync(Close(id, "2026-12-15"));

        Assert.Equal("2026-12-15", closed.ClosedFrom);
    }

    [Fact]
    public async Task Refuses_what_is_closed_already()
    {
        var id = (await host.Created()).ClinicId;
        await host.Clinics.CloseClinicAsync(Close(id, "2026-11-20"));

        await host.Refuses(ListingHost.Admin, "clinic-closed",
            (rpc, options) => Call(rpc, Close(id), options), isLogged: false);
    }

    [Fact]
    public async Task Another_regions_clinic_is_not_there()
    {
        var id = (await host.Created()).ClinicId;

        await host.Refuses(ListingHost.OtherRegion, Refusal.NotFound,
            (rpc, options) => Call(rpc, Close(id), options), isLogged: false);
    }

    [Fact]
    public async Task Refuses_who_has_seen_another_version()
    {
        var id = (await host.Created()).ClinicId;

        await host.Refuses(ListingHost.Admin, "version-mismatch", (rpc, options) =>
        {
            options.Headers!.Add("if-match", "\"7\"");
            return Call(rpc, Close(id), options);
        }, isLogged: false);
    }

    [Fact]
    public Task Refuses_a_day_that_has_passed() => host.RefusesInput(
        ["closedFrom passed"],
        (rpc, options) => Call(rpc, Close(ClinicStory.NewId(), "2026-11-19"), options), isLogged: false);

    [Fact]
    public Task Tells_all_that_is_wrong_at_once() => host.RefusesInput(
        ["clinicId hsa-id-format", "closedFrom required", "reason required"],
        (rpc, options) => Call(rpc, new(), options), isLogged: false);

    [Fact]
    public Task Lets_in_only_administrators() => host.LetsInOnly(
        ["listing-admin"], (rpc, options) => Call(rpc, Close(ClinicStory.NewId()), options));

    private static Proto.CloseClinicRequest Close(string id, string from = "2026-12-01") =>
        new() { ClinicId = id, ClosedFrom = from, Reason = Proto.ClosureReason.ContractEnded };

    private static async Task Call(CallInvoker rpc, Proto.CloseClinicRequest ask, CallOptions options) =>
        await new Proto.ClinicService.ClinicServiceClient(rpc).CloseClinicAsync(ask, options);
}
