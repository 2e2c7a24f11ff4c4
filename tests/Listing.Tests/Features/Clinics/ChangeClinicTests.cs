using Grpc.Core;

namespace NaraVard.Listing.Tests.Features.Clinics;

[Collection(OneListing.Name)]
public sealed class ChangeClinicTests(ListingHost host)
{
    [Fact]
    public async Task K03_A_profile_of_a_day_is_the_version_of_that_day()
    {
        var id = (await host.Created(profile => profile.SpecialistPercent = 450)).ClinicId;

        var next = await Change(Other(id, "2027-01-01", profile => profile.SpecialistPercent = 300));

        var (before, after) = (await Get(id, "2026-12-31"), await Get(id, "2027-01-01"));
        Assert.Equal((450, "2026-01-01", "2027-01-01"),
            (before.Profile.SpecialistPercent, before.ValidFrom, before.ReplacedFrom));
        Assert.Equal((300, "2027-01-01", ""),
            (after.Profile.SpecialistPercent, after.ValidFrom, after.ReplacedFrom));
        Assert.Equal((2L, 2L), (next.Version, before.Version));
    }

    [Fact]
    public async Task Replaces_a_version_that_begins_on_the_same_day()
    {
        var id = (await host.Created()).ClinicId;

        await Change(Other(id, "2026-01-01", profile => profile.Phone = "0980-319211"));

        Assert.Equal("0980-319211", (await Get(id, "2026-12-31")).Profile.Phone);
    }

    [Fact]
    public async Task Refuses_who_has_seen_another_version()
    {
        var id = (await host.Created()).ClinicId;

        await host.Refuses(ListingHost.Admin, "version-mismatch",
            (rpc, options) => Call(rpc, Other(id), IfMatch(options, "7")), isLogged: false);
        await host.Clinics.ChangeClinicAsync(Other(id), new Metadata { { "if-match", "\"1\"" } });
    }

    [Fact]
    public async Task Refuses_a_clinic_that_is_closed_by_then()
    {
        var id = (await host.Created()).ClinicId;
        await host.Clinics.CloseClinicAsync(new()
        {
            ClinicId = id,
            ClosedFrom = "2026-12-01",
            Reason = Proto.ClosureReason.Merged,
        });

        await host.Refuses(ListingHost.Admin, "clinic-closed",
            (rpc, options) => Call(rpc, Other(id, "2026-12-01"), options), isLogged: false);
    }

    [Fact]
    public async Task Refuses_to_move_it_to_another_county()
    {
        var id = (await host.Created()).ClinicId;

        await host.Refuses(ListingHost.Admin, "clinic-elsewhere",
            (rpc, options) => Call(rpc, Other(id, change: profile => profile.KommunCode = "0180"), options),
            isLogged: false);
    }

    [Fact]
    public async Task Another_regions_clinic_is_not_there()
    {
        var id = (await host.Created()).ClinicId;

        await host.Refuses(ListingHost.OtherRegion, Refusal.NotFound,
            (rpc, options) => Call(rpc, Other(id), options), isLogged: false);
    }

    [Fact]
    public Task Tells_all_that_is_wrong_at_once() => host.RefusesInput(
        [
            "clinicId hsa-id-format", "validFrom malformed", "profile.name required", "profile.ownerForm required",
            "profile.kind required", "profile.kommunCode kommun-code-unknown", "profile.position required",
        ],
        (rpc, options) => Call(rpc, new() { ValidFrom = "1 januari" }, options), isLogged: false);

    [Fact]
    public Task Lets_in_only_administrators() => host.LetsInOnly(
        ["listing-admin"], (rpc, options) => Call(rpc, Other(ClinicStory.NewId()), options));

    private static Proto.ChangeClinicRequest Other(
        string id, string from = "2026-06-01", Action<Proto.ClinicProfile>? change = null) =>
        new() { ClinicId = id, ValidFrom = from, Profile = ClinicStory.Ask(change).Profile };

    private async Task<Proto.Clinic> Change(Proto.ChangeClinicRequest change) =>
        await host.Clinics.ChangeClinicAsync(change);

    private async Task<Proto.Clinic> Get(string id, string day) =>
        await host.Clinics.GetClinicAsync(new() { ClinicId = id, Day = day });

    private static CallOptions IfMatch(CallOptions options, string version)
    {
        options.Headers!.Add("if-match", $"\"{version}\"");
        return options;
    }

    private static async Task Call(CallInvoker rpc, Proto.ChangeClinicRequest ask, CallOptions options) =>
        await new Proto.ClinicService.ClinicServiceClient(rpc).ChangeClinicAsync(ask, options);
}
