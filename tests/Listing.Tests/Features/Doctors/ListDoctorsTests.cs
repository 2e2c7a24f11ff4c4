using Grpc.Core;
using NaraVard.Contracts.Listing.V1;
using NaraVard.Listing.Tests.Features.Choosing;
using NaraVard.Platform.Identity;
using NaraVard.Testing;

namespace NaraVard.Listing.Tests.Features.Doctors;

[Collection(OneChoice.Name)]
public sealed class ListDoctorsTests(ChoiceHost host)
{
    [Fact]
    public async Task Shows_each_doctors_load_and_the_clinics_beside_the_regions_target()
    {
        // The host's target for region 17 is 10 for a specialist and 5 for an ST doctor.
        var clinic = await host.Clinic();
        var specialist = await host.Doctor(clinic, said => said.Percent = 20);
        var trainee = await host.Doctor(clinic, said => (said.Kind, said.Name) = (DoctorKind.Trainee, "Frank Fors"));
        for (var i = 0; i < 3; i++)
            await host.Patient(clinic, specialist.DoctorId);
        await host.Patient(clinic, trainee.DoctorId);
        await host.Patient(clinic);
        await host.Choose(await host.Listed(clinic), trainee.DoctorId);

        var found = await host.Doctors(ChoiceHost.Partner).ListDoctorsAsync(new() { ClinicId = clinic });

        Assert.Equal(
            [("Elsa Ek", 3, 2, 1.5, LoadLevel.Red), ("Frank Fors", 1, 5, 0.2, LoadLevel.Green)],
            found.Doctors.Select(one =>
                (one.Name, one.Load.Persons, one.Load.Capacity, one.Load.Ratio, one.Load.Level)));
        Assert.Equal((5, 7, 0.71), (found.Load.Persons, found.Load.Capacity, found.Load.Ratio));
    }

    [Fact]
    public async Task Who_has_left_is_not_there_and_who_is_to_come_counts_for_nothing_yet()
    {
        var clinic = await host.Clinic();
        var coming = await host.Doctor(clinic, said => said.FirstDay = "2026-12-01");
        await host.Doctor(clinic, said => said.LastDay = "2026-11-19");
        await host.Patient(clinic, coming.DoctorId);

        var found = await host.Doctors().ListDoctorsAsync(new() { ClinicId = clinic });

        var only = Assert.Single(found.Doctors);
        Assert.Equal((coming.DoctorId, 0, 0, false, LoadLevel.Green),
            (only.DoctorId, only.Load.Persons, only.Load.Capacity, only.Load.HasRatio, only.Load.Level));
        Assert.Equal((1, 0, false, LoadLevel.Red),
            (found.Load.Persons, found.Load.Capacity, found.Load.HasRatio, found.Load.Level));
    }

    [Fact]
    public async Task Those_who_have_left_are_there_when_asked_for_the_last_to_leave_first()
    {
        var clinic = await host.Clinic();
        var last = await host.Doctor(clinic, said => said.LastDay = "2026-11-19");
        var first = await host.Doctor(clinic, said => said.LastDay = "2025-11-19");
        await host.Doctor(clinic, said => said.LastDay = "2026-11-20");

        var found = await host.Doctors().ListDoctorsAsync(new() { ClinicId = clinic, Left = true });

        Assert.Equal([last.DoctorId, first.DoctorId], found.Doctors.Select(one => one.DoctorId));
        Assert.Equal((2, 0, 10), (found.Meta.TotalRecords, found.Doctors[0].Load.Capacity, found.Load.Capacity));
    }

    [Fact]
    public async Task Has_pages()
    {
        var clinic = await host.Clinic();
        foreach (var name in (string[])["C", "A", "B"])
            await host.Doctor(clinic, said => said.Name = name);

        var second = await host.Doctors(ChoiceHost.StaffAt(clinic))
            .ListDoctorsAsync(new() { ClinicId = clinic, Limit = 2, Page = 2 });

        Assert.Equal(("C", 1, 3), (second.Doctors[0].Name, second.Meta.Count, second.Meta.TotalRecords));
        Assert.Equal(30, second.Load.Capacity);
    }

    [Fact]
    public async Task Hides_another_regions_and_another_units_clinic()
    {
        var clinic = await host.Clinic();

        foreach (var stranger in (TestUser[])[ChoiceHost.StaffAt(await host.Clinic()), ChoiceHost.Stockholmer])
            await host.Refuses(stranger, Refusal.NotFound, List(clinic), isLogged: false);
        await host.Refuses(
            People.In(Roles.Clinician) with { Unit = null }, "unit-missing", List(clinic), isLogged: false);
    }

    [Fact]
    public Task Names_everything_that_is_wrong_at_once() => host.RefusesInput(
        ["clinicId hsa-id-format", "limit out-of-range"], List("x", limit: 101), isLogged: false);

    [Fact]
    public async Task Lets_in_only_who_works_with_listings() =>
        await host.LetsInOnly(DoctorStory.Everybody, List(await host.Clinic()));

    private static Func<CallInvoker, CallOptions, Task> List(string clinic, int limit = 0) => async (rpc, options) =>
        await new DoctorService.DoctorServiceClient(rpc).ListDoctorsAsync(
            new() { ClinicId = clinic, Limit = limit }, options);
}
