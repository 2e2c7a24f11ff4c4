using Grpc.Core;
using NaraVard.Contracts.Listing.V1;
using NaraVard.Events.Listing;
using NaraVard.Listing.Tests.Features.Choosing;
using NaraVard.Platform.Identity;
using NaraVard.Testing;

namespace NaraVard.Listing.Tests.Features.Doctors;

[Collection(OneChoice.Name)]
public sealed class ChooseDoctorTests(ChoiceHost host)
{
    [Fact]
    public async Task Names_the_doctor_with_the_listing_and_tells_who_follows()
    {
        var told = await host.Hear<DoctorContactChanged>();
        var (clinic, person) = (await host.Clinic(), await host.Person());
        var doctor = await host.Doctor(clinic);
        var listed = await host.Patient(clinic, person: person);

        var chosen = await host.Choose(listed, doctor.DoctorId);

        Assert.Equal([(doctor.DoctorId, "2026-11-20", "", DoctorEndReason.Unspecified)], chosen.Told());
        Assert.Equal(("Elsa Ek", listed.Version + 1), (chosen.Doctors[0].Name, chosen.Version));
        var found = await host.Choices.LookUpListingsAsync(new() { PersonNumber = person });
        Assert.Equal((chosen.Doctors[0], 2), (Assert.Single(found.Listings).Doctors[0], found.ChangesLeft));
        await host.Until("the choice is told", () => told.Any(one =>
            one.ListingId.ToString() == listed.ListingId && one.DoctorId == doctor.DoctorId
            && one.PersonKey == host.KeyOf(person).ToString() && one.NoticeReason is null && one.UntilDay is null));
    }

    [Fact]
    public async Task Answers_the_same_again_also_when_the_doctor_takes_no_more()
    {
        var clinic = await host.Clinic();
        var doctor = await host.Doctor(clinic);
        var chosen = await host.Patient(clinic, doctor.DoctorId);
        await host.Change(doctor, said => said.TakesNew = false);

        Assert.Equal(chosen, await host.Choose(chosen, doctor.DoctorId));
    }

    [Fact]
    public async Task Another_doctor_is_a_change_and_no_change_of_clinic()
    {
        var (clinic, person) = (await host.Clinic(), await host.Person());
        var (first, second) = (await host.Doctor(clinic), await host.Doctor(clinic));
        var listed = await host.Patient(clinic, first.DoctorId, person);

        var chosen = await host.Choose(listed, second.DoctorId);

        Assert.Equal([second.DoctorId], chosen.Doctors.Select(one => one.DoctorId));
        Assert.Equal(2, (await host.Choices.LookUpListingsAsync(new() { PersonNumber = person })).ChangesLeft);
        Assert.Equal($"{first.DoctorId} 2026-11-20 1,{second.DoctorId}", await History(listed));
    }

    [Fact]
    public async Task Who_is_to_come_follows_after_who_is_there()
    {
        var clinic = await host.Clinic();
        var (now, later) = (
            await host.Doctor(clinic), await host.Doctor(clinic, said => said.FirstDay = "2027-01-01"));
        var listed = await host.Patient(clinic, now.DoctorId);

        var chosen = await host.Choose(listed, later.DoctorId);

        Assert.Equal(
            [
                (now.DoctorId, "2026-11-20", "2026-12-31", DoctorEndReason.AnotherChosen),
                (later.DoctorId, "2027-01-01", "", DoctorEndReason.Unspecified),
            ],
            chosen.Told());
    }

    [Fact]
    public async Task A_full_doctor_is_chosen_all_the_same_since_the_target_is_no_ceiling()
    {
        var clinic = await host.Clinic();
        var doctor = await host.Doctor(clinic, said => said.Percent = 10);
        await host.Patient(clinic, doctor.DoctorId);

        await host.Patient(clinic, doctor.DoctorId);

        var load = (await host.Doctors().ListDoctorsAsync(new() { ClinicId = clinic })).Doctors[0].Load;
        Assert.Equal((2, 1, LoadLevel.Red), (load.Persons, load.Capacity, load.Level));
    }

    [Fact]
    public async Task A_wish_in_a_queue_takes_effect_with_the_place()
    {
        var clinic = await host.Clinic();
        var doctor = await host.Doctor(clinic);
        await host.Ceiling(clinic, 1);
        await host.Listed(clinic);
        var waits = await host.Listed(clinic);

        var wished = await host.Choose(waits, doctor.DoctorId);

        Assert.Equal((ListingState.Queued, doctor.DoctorId), (wished.State, Assert.Single(wished.Doctors).DoctorId));
        Assert.Equal(0, (await host.Doctors().ListDoctorsAsync(new() { ClinicId = clinic })).Doctors[0].Load.Persons);
    }

    [Fact]
    public async Task The_contact_ends_with_the_listing_and_nothing_is_written()
    {
        var (clinic, person) = (await host.Clinic(), await host.Person());
        var doctor = await host.Doctor(clinic);
        var listed = await host.Patient(clinic, doctor.DoctorId, person);

        await host.Administration.EndListingAsync(
            new() { ListingId = listed.ListingId, Reason = ListingEndReason.MovedOut });

        Assert.Empty((await host.Now(listed)).Doctors);
        Assert.Equal(0, (await host.Doctors().ListDoctorsAsync(new() { ClinicId = clinic })).Doctors[0].Load.Persons);
        Assert.Equal(doctor.DoctorId, await History(listed));
        await Refused("listing-ended", listed, doctor.DoctorId);
    }

    [Fact]
    public async Task Each_rule_refuses_with_its_own_code_and_changes_nothing()
    {
        var clinic = await host.Clinic();
        var listed = await host.Patient(clinic);
        await Refused("doctor-unknown", listed, (await host.Doctor(await host.Clinic())).DoctorId);
        await Refused("doctor-takes-no-more", listed,
            (await host.Doctor(clinic, said => said.TakesNew = false)).DoctorId);
        await Refused("doctor-left", listed,
            (await host.Doctor(clinic, said => said.LastDay = "2026-11-19")).DoctorId);

        var mother = await host.Person();
        var child = await host.Choices.ChooseClinicAsync(ChoiceHost.Choice(
            await host.Person(host.Child(), guardians: mother), clinic, choice =>
            {
                choice.Type = ListingType.Dental;
                choice.GuardianNumbers.Add(mother);
            }));
        await Refused("doctor-only-in-primary-care", child, (await host.Doctor(clinic)).DoctorId);
        Assert.Equal(
            ("doctor-choices", false, "doctor-only-in-primary-care"),
            (child.AllowedActions[1].Action, child.AllowedActions[1].Allowed, child.AllowedActions[1].Code));
    }

    [Fact]
    public async Task Guardians_decide_for_a_child_and_the_child_from_the_age_of_the_region()
    {
        var (clinic, mother) = (await host.Clinic(), await host.Person());
        var doctor = (await host.Doctor(clinic)).DoctorId;
        var child = ChoiceHost.Choice(await host.Person(host.Child(), guardians: mother), clinic);
        child.GuardianNumbers.Add(mother);
        var listed = await host.Choices.ChooseClinicAsync(child);

        await Refused("guardian-needed", listed, doctor);
        await Refused("wrong-guardian", listed, doctor, await host.Person());
        await host.Refuses(ChoiceHost.Partner, "guardian-needed", End(listed));

        var chosen = await host.Doctors(ChoiceHost.StaffAt(clinic)).ChooseDoctorAsync(
            new() { ListingId = listed.ListingId, DoctorId = doctor, GuardianNumbers = { mother } });
        Assert.Equal(doctor, Assert.Single(chosen.Doctors).DoctorId);
        var ended = await host.Doctors().EndDoctorContactAsync(
            new() { ListingId = listed.ListingId, GuardianNumbers = { mother } });
        Assert.Empty(ended.Doctors);
    }

    [Fact]
    public async Task Staff_choose_for_who_is_at_the_own_unit_and_nobody_else_is_there()
    {
        var (clinic, other) = (await host.Clinic(), await host.Clinic());
        var doctor = await host.Doctor(clinic);
        var listed = await host.Patient(clinic);

        foreach (var stranger in (TestUser[])[ChoiceHost.StaffAt(other), ChoiceHost.Stockholmer])
            await host.Refuses(stranger, Refusal.NotFound, Ask(listed, doctor.DoctorId));
        var chosen = await host.Doctors(ChoiceHost.StaffAt(clinic)).ChooseDoctorAsync(
            new() { ListingId = listed.ListingId, DoctorId = doctor.DoctorId });

        Assert.Equal(doctor.DoctorId, Assert.Single(chosen.Doctors).DoctorId);
        await host.Refuses(
            People.In(Roles.Clinician) with { Unit = null }, "unit-missing", Ask(listed, doctor.DoctorId));
    }

    [Fact]
    public async Task A_protected_persons_number_is_masked_and_the_choice_is_in_the_access_log()
    {
        var person = await host.Person(
            change: said => said.Protection = Listing.Domain.Persons.Protection.SecrecyMarking);
        var clinic = await host.Clinic();
        var doctor = await host.Doctor(clinic);

        var chosen = await host.Patient(clinic, doctor.DoctorId, person);

        Assert.Equal("********-****", chosen.PersonNumber);
        Assert.Equal(1, await host.Database.Ask<long>(
            $"""
            select count(*) from platform.access_log
            where person = '{host.KeyOf(person).Value}' and method like '%ChooseDoctor' and allowed
            """));
    }

    [Fact]
    public Task Names_everything_that_is_wrong_at_once() => host.RefusesInput(
        ["doctorId hsa-id-format", "listingId required"],
        async (rpc, options) => await new DoctorService.DoctorServiceClient(rpc).ChooseDoctorAsync(new(), options));

    [Fact]
    public async Task Lets_in_only_who_works_with_listings()
    {
        var listed = await host.Patient(await host.Clinic());

        await host.LetsInOnly(DoctorStory.Everybody, Ask(listed, "SE2321000016-D1"));
    }

    private Task<Refusal> Refused(string code, Proto.Listing listed, string doctor, params string[] guardians) =>
        host.Refuses(ChoiceHost.Partner, code, Ask(listed, doctor, guardians));

    private static Func<CallInvoker, CallOptions, Task> Ask(
        Proto.Listing listed, string doctor, params string[] guardians) =>
        async (rpc, options) => await new DoctorService.DoctorServiceClient(rpc).ChooseDoctorAsync(
            new() { ListingId = listed.ListingId, DoctorId = doctor, GuardianNumbers = { guardians } }, options);

    private static Func<CallInvoker, CallOptions, Task> End(Proto.Listing listed) =>
        async (rpc, options) => await new DoctorService.DoctorServiceClient(rpc).EndDoctorContactAsync(
            new() { ListingId = listed.ListingId }, options);

    /// <summary>All doctors of a listing, with the day and the reason of the end.</summary>
    private Task<string> History(Proto.Listing listed) => host.Database.Ask<string>(
        $"""
        select string_agg(concat_ws(' ', doctor, until_day, end_reason), ',' order by id) from doctor_contacts
        where listing_id = '{listed.ListingId}'
        """);
}
