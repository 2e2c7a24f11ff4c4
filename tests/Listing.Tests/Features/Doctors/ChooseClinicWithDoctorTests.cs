using Grpc.Core;
using NaraVard.Contracts.Listing.V1;
using NaraVard.Listing.Tests.Features.Choosing;
using Client = NaraVard.Contracts.Listing.V1.ListingService.ListingServiceClient;

namespace NaraVard.Listing.Tests.Features.Doctors;

/// <summary>A doctor is chosen together with the clinic: both or neither.</summary>
[Collection(OneChoice.Name)]
public sealed class ChooseClinicWithDoctorTests(ChoiceHost host)
{
    [Fact]
    public async Task The_doctor_is_the_persons_from_the_first_day_of_the_listing()
    {
        var (clinic, person) = (await host.Clinic(), await host.Person());
        var doctor = await host.Doctor(clinic);
        var choice = Choice(person, clinic, doctor.DoctorId);

        var listed = await host.Choices.ChooseClinicAsync(choice);

        Assert.Equal((1L, "2026-11-21"), (listed.Version, listed.FromDay));
        Assert.Equal([(doctor.DoctorId, "2026-11-21", "", DoctorEndReason.Unspecified)], listed.Told());
        Assert.Equal(listed, await host.Choices.ChooseClinicAsync(choice));
    }

    [Fact]
    public async Task Another_doctor_under_the_same_id_is_other_content()
    {
        var (clinic, person) = (await host.Clinic(), await host.Person());
        var choice = Choice(person, clinic, (await host.Doctor(clinic)).DoctorId);
        await host.Choices.ChooseClinicAsync(choice);

        choice.DoctorId = (await host.Doctor(clinic)).DoctorId;

        await Refused("listing-id-taken", choice);
    }

    [Fact]
    public async Task In_a_queue_it_is_a_wish_and_another_clinic_ends_it()
    {
        var (full, free, person) = (await host.Clinic(), await host.Clinic(), await host.Person());
        var doctor = await host.Doctor(full);
        await host.Ceiling(full, 1);
        await host.Listed(full);

        var waits = await host.Choices.ChooseClinicAsync(Choice(person, full, doctor.DoctorId));
        var listed = await host.Choices.ChooseClinicAsync(ChoiceHost.Choice(person, free));

        Assert.Equal((ListingState.Queued, doctor.DoctorId), (waits.State, Assert.Single(waits.Doctors).DoctorId));
        Assert.Empty(listed.Doctors);
    }

    [Fact]
    public async Task What_hinders_the_doctor_refuses_the_clinic_too_and_nothing_is_half_done()
    {
        var (clinic, person) = (await host.Clinic(), await host.Person());
        var free = (await host.Doctor(clinic)).DoctorId;

        await Refused("doctor-unknown", Choice(person, clinic, "SE2321000016-NONE"));
        await Refused("doctor-takes-no-more", Choice(
            person, clinic, (await host.Doctor(clinic, said => said.TakesNew = false)).DoctorId));
        await Refused("doctor-left", Choice(
            person, clinic, (await host.Doctor(clinic, said => said.LastDay = "2026-11-20")).DoctorId));
        await host.Ceiling(clinic, 1);
        await host.Listed(clinic);
        await Refused("clinic-full", Choice(person, clinic, free, choice => choice.MayQueue = false));
        await host.RefusesInput(
            ["doctorId hsa-id-format"], (rpc, options) => Choose(rpc, Choice(person, clinic, "x"), options));
    }

    [Fact]
    public async Task All_that_hinders_is_told_at_once()
    {
        var clinic = await host.Clinic();
        var child = await host.Person(host.Child());

        var refusal = await Refused("guardian-needed", Choice(
            child, clinic, "SE2321000016-NONE", choice => choice.Type = ListingType.Dental));

        Assert.Equal("guardian-needed doctor-only-in-primary-care", refusal.Facts["codes"]);
    }

    [Fact]
    public async Task Of_two_numbers_listings_at_one_clinic_the_one_that_stays_has_the_doctor_of_the_other()
    {
        var (old, number) = (await host.Person(host.Numbers.Reserve()), await host.Person());
        var clinic = await host.Clinic();
        var doctor = await host.Doctor(clinic);
        await host.Patient(clinic, doctor.DoctorId, old);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.Patient(clinic, person: number);

        await host.Persons.MergePersonAsync(new() { OldNumber = old, Number = number });

        var found = await host.Choices.LookUpListingsAsync(new() { PersonNumber = number });
        Assert.Equal(doctor.DoctorId, Assert.Single(Assert.Single(found.Listings).Doctors).DoctorId);
    }

    [Fact]
    public async Task A_doctor_follows_the_listing_to_the_lasting_number_and_one_elsewhere_does_not_come_along()
    {
        var (old, number) = (await host.Person(host.Numbers.Reserve()), await host.Person());
        var (here, there) = (await host.Clinic(), await host.Clinic());
        var doctor = await host.Doctor(there);
        await host.Patient(here, (await host.Doctor(here)).DoctorId, number);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.Patient(there, doctor.DoctorId, old);

        await host.Persons.MergePersonAsync(new() { OldNumber = old, Number = number });

        var found = await host.Choices.LookUpListingsAsync(new() { PersonNumber = number });
        Assert.Equal([doctor.DoctorId], Assert.Single(found.Listings).Doctors.Select(one => one.DoctorId));
    }

    private static ChooseClinicRequest Choice(
        string person, string clinic, string doctor, Action<ChooseClinicRequest>? change = null) =>
        ChoiceHost.Choice(person, clinic, choice =>
        {
            choice.DoctorId = doctor;
            change?.Invoke(choice);
        });

    private Task<Refusal> Refused(string code, ChooseClinicRequest request) =>
        host.Refuses(ChoiceHost.Partner, code, (rpc, options) => Choose(rpc, request, options));

    private static async Task Choose(CallInvoker rpc, ChooseClinicRequest request, CallOptions options) =>
        await new Client(rpc).ChooseClinicAsync(request, options);
}
