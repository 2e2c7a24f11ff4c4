using Grpc.Core;
using NaraVard.Contracts.Listing.V1;
using NaraVard.Listing.Tests.Features.Choosing;
using NaraVard.Platform.Identity;
using NaraVard.Testing;

namespace NaraVard.Listing.Tests.Features.Doctors;

[Collection(OneChoice.Name)]
public sealed class ListDoctorNeedsTests(ChoiceHost host)
{
    [Fact]
    public async Task Lists_whose_doctor_leaves_the_first_to_be_without_first_until_they_choose_or_want_none()
    {
        var clinic = await host.Clinic();
        var (leaves, left, stays) = (
            await host.Doctor(clinic), await host.Doctor(clinic), await host.Doctor(clinic));
        var (first, second, third) = (
            await host.Patient(clinic, leaves.DoctorId), await host.Patient(clinic, left.DoctorId),
            await host.Patient(clinic, left.DoctorId));
        await host.Patient(clinic, stays.DoctorId);
        await host.Change(leaves, said => said.LastDay = "2026-12-31");
        await host.Change(left, said => said.LastDay = "2026-11-19");

        var needs = await Needs(clinic);

        Assert.Equal([left.DoctorId, left.DoctorId, leaves.DoctorId], needs.Select(one => one.Left.DoctorId));
        Assert.Equal([0, 0, 1], needs.Select(one => one.Listing.Doctors.Count));
        Assert.Equal("2026-12-31", needs[2].Left.ToDay);
        await host.Choose(second, stays.DoctorId);
        await host.Doctors().EndDoctorContactAsync(new() { ListingId = third.ListingId });
        Assert.Equal(first.ListingId, Assert.Single(await Needs(clinic)).Listing.ListingId);
        await host.Choose(first, stays.DoctorId);
        await host.Doctors().EndDoctorContactAsync(new() { ListingId = second.ListingId });
        Assert.Empty(await Needs(clinic));
        Assert.Equal([second.ListingId, third.ListingId],
            (await Needs(clinic, withoutAny: true)).Select(one => one.Listing.ListingId));
    }

    [Fact]
    public async Task Lists_who_has_none_and_has_lost_none()
    {
        var clinic = await host.Clinic();
        var doctor = await host.Doctor(clinic);
        var (never, gaveUp) = (await host.Patient(clinic), await host.Patient(clinic, doctor.DoctorId));
        await host.Patient(clinic, doctor.DoctorId);
        await host.Doctors().EndDoctorContactAsync(new() { ListingId = gaveUp.ListingId });

        var needs = await Needs(clinic, withoutAny: true);

        Assert.Equal([never.ListingId, gaveUp.ListingId], needs.Select(one => one.Listing.ListingId));
        Assert.All(needs, one => Assert.Null(one.Left));
    }

    [Fact]
    public async Task Staff_see_their_own_unit_only()
    {
        var clinic = await host.Clinic();
        await host.Patient(clinic);
        var stranger = host.Doctors(ChoiceHost.StaffAt(await host.Clinic()));

        var own = await host.Doctors(ChoiceHost.StaffAt(clinic)).ListDoctorNeedsAsync(new() { WithoutAny = true });
        var others = await stranger.ListDoctorNeedsAsync(new() { ClinicId = clinic, WithoutAny = true });

        Assert.Equal((1, 0), (own.Meta.TotalRecords, others.Meta.TotalRecords));
        await host.Refuses(
            People.In(Roles.Clinician) with { Unit = null }, "unit-missing", Ask(new() { WithoutAny = true }));
    }

    [Fact]
    public Task Names_everything_that_is_wrong_at_once() => host.RefusesInput(
        ["clinicId hsa-id-format", "page out-of-range"], Ask(new() { Page = -1 }));

    [Fact]
    public async Task Lets_in_only_the_administration_and_staff()
    {
        var clinic = await host.Clinic();

        await host.LetsInOnly(["listing-admin", "clinician", "unit-manager"], Ask(new() { ClinicId = clinic }));
    }

    private async Task<IReadOnlyList<DoctorNeed>> Needs(string clinic, bool withoutAny = false) =>
        (await host.Doctors().ListDoctorNeedsAsync(new() { ClinicId = clinic, WithoutAny = withoutAny })).Needs;

    private static Func<CallInvoker, CallOptions, Task> Ask(ListDoctorNeedsRequest request) => async (rpc, options) =>
        await new DoctorService.DoctorServiceClient(rpc).ListDoctorNeedsAsync(request, options);
}
