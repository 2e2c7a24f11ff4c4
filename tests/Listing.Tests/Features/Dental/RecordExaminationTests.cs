using Grpc.Core;
using NaraVard.Contracts.Listing.V1;
using NaraVard.Listing.Tests.Features.Choosing;
using NaraVard.Platform.Identity;
using NaraVard.Testing;
using Client = NaraVard.Contracts.Listing.V1.DentalService.DentalServiceClient;

namespace NaraVard.Listing.Tests.Features.Dental;

[Collection(OneChoice.Name)]
public sealed class RecordExaminationTests(ChoiceHost host)
{
    [Fact]
    public async Task The_greater_of_two_risks_decides_when_the_next_is_due()
    {
        var clinic = await host.Clinic();
        var child = await host.Patient(clinic);

        var made = await host.Dentists(clinic).RecordExaminationAsync(DentalStory.Examination(
            child, "2026-11-18", change: said => said.PeriodontalRisk = RiskGroup.High));

        Assert.Equal((child, clinic, 1L), (made.PersonNumber, made.ClinicId, made.Version));
        Assert.Equal(("2026-11-18", "2027-11-18", RiskGroup.Low, RiskGroup.High), (made.Finding.Day,
            made.Finding.NextDueDay, made.Finding.CariesRisk, made.Finding.PeriodontalRisk));
        Assert.Empty(made.EarlierFindings);
    }

    [Fact]
    public async Task The_same_again_answers_the_same_and_other_content_is_refused()
    {
        var clinic = await host.Clinic();
        var request = DentalStory.Examination(await host.Patient(clinic));

        var (first, again) = (
            await host.Dentists(clinic).RecordExaminationAsync(request),
            await host.Dentists(clinic).RecordExaminationAsync(request));

        Assert.Equal(first, again);
        request.CariesRisk = RiskGroup.Moderate;
        await host.Refuses(ChoiceHost.StaffAt(clinic), "examination-id-taken", Record(request));
        request.CariesRisk = RiskGroup.Low;
        await host.Refuses(ChoiceHost.StaffAt(await host.Clinic()), "examination-id-taken", Record(request));
    }

    [Fact]
    public async Task A_partner_system_says_where_it_was_made_and_of_the_protected_no_number_is_told()
    {
        var clinic = await host.Clinic();
        var child = await host.Patient(clinic, isProtected: true);

        var made = await host.DentalPartner().RecordExaminationAsync(
            DentalStory.Examination(child, change: said => said.ClinicId = clinic));

        Assert.Equal((clinic, "********-****"), (made.ClinicId, made.PersonNumber));
    }

    [Fact]
    public async Task Refuses_what_cannot_have_been()
    {
        var (clinic, other) = (await host.Clinic(), await host.Clinic(types: [Listing.Domain.ListingType.PrimaryCare]));
        var (child, dead) = (
            await host.Patient(clinic), await host.Patient(clinic, deceased: new(2026, 11, 1)));

        await Refuses("person-unknown", clinic, DentalStory.Examination(host.Numbers.Reserve()));
        await Refuses("before-birth", clinic, DentalStory.Examination(child, "2015-04-08"));
        await Refuses("person-deceased", clinic, DentalStory.Examination(dead, "2026-11-02"));
        await Refuses("care-not-offered", other, DentalStory.Examination(child));
        await Refuses("clinic-unknown", "SE2321000016-NONE", DentalStory.Examination(child));
        await host.Refuses(
            People.In(Roles.Clinician) with { Unit = null }, "unit-missing", Record(DentalStory.Examination(child)));
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        var clinic = await host.Clinic();

        await RefusesInput(
            clinic,
            "examinationId required, personNumber national-number-missing, day required, cariesRisk required, "
                + "periodontalRisk unknown-code",
            new() { PeriodontalRisk = (RiskGroup)4 });
        await RefusesInput(clinic, "day in-the-future", DentalStory.Examination(
            host.Numbers.Reserve(), "2026-11-21"));
        await RefusesInput(clinic, "clinicId other-unit", DentalStory.Examination(
            host.Numbers.Reserve(), change: said => said.ClinicId = "SE2321000016-1A01"));
    }

    [Fact]
    public async Task Lets_in_only_staff_of_clinics_and_partner_systems() => await host.LetsInOnly(
        ["clinician", "unit-manager", "partner"], Record(DentalStory.Examination(host.Numbers.Reserve())));

    private Task<Refusal> Refuses(string code, string unit, RecordExaminationRequest request) =>
        host.Refuses(ChoiceHost.StaffAt(unit), code, Record(request));

    private async Task RefusesInput(string unit, string faults, RecordExaminationRequest request)
    {
        var refusal = await host.Refuses(ChoiceHost.StaffAt(unit), Refusal.Invalid, Record(request));
        Assert.Equal(faults.Split(", ").Order(StringComparer.Ordinal), refusal.Faults);
    }

    private static Func<CallInvoker, CallOptions, Task> Record(RecordExaminationRequest request) =>
        async (rpc, options) => await new Client(rpc).RecordExaminationAsync(request, options);
}
