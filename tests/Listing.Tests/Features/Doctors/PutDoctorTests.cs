using Grpc.Core;
using NaraVard.Contracts.Listing.V1;
using NaraVard.Listing.Tests.Features.Choosing;
using NaraVard.Testing;

namespace NaraVard.Listing.Tests.Features.Doctors;

[Collection(OneChoice.Name)]
public sealed class PutDoctorTests(ChoiceHost host)
{
    [Fact]
    public async Task Keeps_all_that_is_said_and_answers_the_same_again()
    {
        var post = DoctorStory.Post(await host.Clinic(), said =>
            (said.Kind, said.Percent, said.LastDay) = (DoctorKind.Trainee, 50, "2027-06-30"));

        var put = await host.Doctors().PutDoctorAsync(post);

        Assert.Equal(
            (post.ClinicId, post.DoctorId, 1L, "Elsa Ek", DoctorKind.Trainee, 50, "2020-01-01", "2027-06-30", true),
            (put.ClinicId, put.DoctorId, put.Version, put.Name, put.Kind, put.Percent, put.FirstDay, put.LastDay,
                put.TakesNew));
        Assert.Equal((0, 3, 0.0, LoadLevel.Green),
            (put.Load.Persons, put.Load.Capacity, put.Load.Ratio, put.Load.Level));
        Assert.Equal(put, await host.Doctors().PutDoctorAsync(post));
    }

    [Fact]
    public async Task A_doctor_may_work_at_several_clinics()
    {
        var (here, there) = (await host.Clinic(), await host.Clinic());
        var post = await host.Doctor(here, said => said.Percent = 60);

        await host.Doctors().PutDoctorAsync(new(post) { ClinicId = there, Percent = 40 });

        Assert.Equal((6, 4), (await Capacity(here), await Capacity(there)));
    }

    [Fact]
    public async Task A_units_manager_changes_the_own_units_doctors()
    {
        var clinic = await host.Clinic();
        var post = await host.Doctor(clinic);
        post.TakesNew = false;

        var changed = await host.Doctors(ChoiceHost.StaffAt(clinic)).PutDoctorAsync(post);

        Assert.Equal((2L, false), (changed.Version, changed.TakesNew));
    }

    [Fact]
    public async Task Is_refused_for_a_version_that_is_not_the_present_one()
    {
        var post = await host.Doctor(await host.Clinic());
        post.Name = "Elsa Berg";

        await host.Refuses(ListingHost.Admin, "version-mismatch", async (rpc, options) =>
            await new DoctorService.DoctorServiceClient(rpc).PutDoctorAsync(
                post, options.WithHeaders([.. options.Headers!, new("if-match", "\"7\"")])), isLogged: false);
    }

    [Fact]
    public async Task Another_regions_clinic_another_unit_and_none_are_not_there()
    {
        var clinic = await host.Clinic();
        foreach (var stranger in (TestUser[])[ChoiceHost.StaffAt(await host.Clinic()), ListingHost.OtherRegion])
            await host.Refuses(stranger, Refusal.NotFound, Put(DoctorStory.Post(clinic)), isLogged: false);
        await host.Refuses(
            ListingHost.Admin, Refusal.NotFound, Put(DoctorStory.Post("SE2321000016-NONE")), isLogged: false);
        await host.Refuses(
            ChoiceHost.StaffAt(clinic) with { Unit = null }, "unit-missing", Put(DoctorStory.Post(clinic)),
            isLogged: false);
    }

    [Fact]
    public async Task A_closed_clinic_gets_no_doctor()
    {
        var clinic = await host.Clinic();
        await host.Database.Execute($"update clinics set closed_from = '2026-11-20' where id = '{clinic}'");

        await host.Refuses(ListingHost.Admin, "clinic-closed", Put(DoctorStory.Post(clinic)), isLogged: false);
    }

    [Fact]
    public Task Names_everything_that_is_wrong_at_once() => host.RefusesInput(
        [
            "clinicId hsa-id-format", "doctorId hsa-id-format", "firstDay required", "kind required",
            "lastDay malformed", "name required", "percent out-of-range",
        ],
        Put(new() { LastDay = "snart" }), isLogged: false);

    [Fact]
    public async Task Nobody_leaves_before_the_first_day()
    {
        var clinic = await host.Clinic();

        await host.RefusesInput(
            ["lastDay ends-first"], Put(DoctorStory.Post(clinic, said => said.LastDay = "2019-12-31")),
            isLogged: false);
    }

    [Fact]
    public async Task Lets_in_only_administrators_and_managers()
    {
        var clinic = await host.Clinic();

        await host.LetsInOnly(["listing-admin", "unit-manager"], Put(DoctorStory.Post(clinic)));
    }

    private async Task<int> Capacity(string clinic) =>
        (await host.Doctors().ListDoctorsAsync(new() { ClinicId = clinic })).Load.Capacity;

    private static Func<CallInvoker, CallOptions, Task> Put(PutDoctorRequest post) => async (rpc, options) =>
        await new DoctorService.DoctorServiceClient(rpc).PutDoctorAsync(post, options);
}
