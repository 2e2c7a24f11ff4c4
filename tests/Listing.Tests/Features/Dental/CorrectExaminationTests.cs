using Grpc.Core;
using NaraVard.Contracts.Listing.V1;
using NaraVard.Listing.Tests.Features.Choosing;
using Client = NaraVard.Contracts.Listing.V1.DentalService.DentalServiceClient;

namespace NaraVard.Listing.Tests.Features.Dental;

[Collection(OneChoice.Name)]
public sealed class CorrectExaminationTests(ChoiceHost host)
{
    [Fact]
    public async Task Keeps_what_was_said_before_and_moves_the_due_day()
    {
        var clinic = await host.Clinic();
        var made = await host.Examined(clinic, await host.Patient(clinic), "2026-11-18");
        var correction = Correction(made);

        var corrected = await host.Dentists(clinic).CorrectExaminationAsync(correction);
        var again = await host.Dentists(clinic).CorrectExaminationAsync(correction);

        Assert.Equal(corrected, again);
        Assert.Equal(("2026-11-17", "2028-05-17", "Fel dag", 2L), (
            corrected.Finding.Day, corrected.Finding.NextDueDay, corrected.Finding.Reason, corrected.Version));
        Assert.Equal([made.Finding], corrected.EarlierFindings);
    }

    [Fact]
    public async Task What_never_was_calls_nobody_and_stays_so()
    {
        var clinic = await host.Clinic();
        var child = await host.Patient(clinic, birth: new(2018, 1, 2), listedFrom: new(2021, 1, 1));
        var made = await host.Examined(clinic, child, "2026-11-18");
        var nullify = new CorrectExaminationRequest
        {
            ExaminationId = made.ExaminationId,
            IsNullified = true,
            Reason = "Fel person",
        };

        var gone = await host.Dentists(clinic).CorrectExaminationAsync(nullify);
        var again = await host.Dentists(clinic).CorrectExaminationAsync(nullify);

        var found = await host.Dentists(clinic).LookUpExaminationsAsync(new() { PersonNumber = child });
        Assert.Equal(gone, again);
        Assert.Equal((true, ""), (gone.Finding.IsNullified, gone.Finding.NextDueDay));
        Assert.Equal(("2021-12-31", true), (found.NextDueDay, found.IsOverdue));
        Assert.Equal([gone], found.Examinations);
        await host.Refuses(ChoiceHost.StaffAt(clinic), "examination-nullified", Correct(Correction(made)));
    }

    [Fact]
    public async Task Refuses_what_is_anothers_what_cannot_be_and_what_was_not_seen()
    {
        var clinic = await host.Clinic();
        var made = await host.Examined(clinic, await host.Patient(clinic), "2026-11-18");
        var staff = ChoiceHost.StaffAt(clinic);

        await host.Refuses(ChoiceHost.StaffAt(await host.Clinic()), Refusal.NotFound, Correct(Correction(made)));
        await host.Refuses(
            ChoiceHost.Partner with { Organization = "region:18" }, Refusal.NotFound, Correct(Correction(made)));
        await host.Refuses(
            staff, "before-birth", Correct(Correction(made, said => said.Day = "2015-04-08")));
        await host.Refuses(staff, "version-mismatch", (rpc, options) =>
        {
            options.Headers!.Add("if-match", "\"7\"");
            return Correct(Correction(made))(rpc, options);
        });
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        var clinic = await host.Clinic();
        var made = await host.Examined(clinic, await host.Patient(clinic), "2026-11-18");

        var none = await host.Refuses(ChoiceHost.StaffAt(clinic), Refusal.Invalid, Correct(new()));
        var both = await host.Refuses(ChoiceHost.StaffAt(clinic), Refusal.Invalid,
            Correct(Correction(made, said => (said.IsNullified, said.PeriodontalRisk) = (true, 0))));

        Assert.Equal(
            ["cariesRisk required", "day required", "examinationId required", "periodontalRisk required",
                "reason required"],
            none.Faults);
        Assert.Equal(["cariesRisk not-when-nullified", "day not-when-nullified"], both.Faults);
    }

    [Fact]
    public async Task Lets_in_only_staff_of_clinics_and_partner_systems() => await host.LetsInOnly(
        ["clinician", "unit-manager", "partner"], Correct(new() { ExaminationId = Guid.CreateVersion7().ToString() }));

    private static CorrectExaminationRequest Correction(
        Examination made, Action<CorrectExaminationRequest>? change = null)
    {
        var request = new CorrectExaminationRequest
        {
            ExaminationId = made.ExaminationId,
            Day = "2026-11-17",
            CariesRisk = RiskGroup.Moderate,
            PeriodontalRisk = RiskGroup.Low,
            Reason = "Fel dag",
        };
        change?.Invoke(request);
        return request;
    }

    private static Func<CallInvoker, CallOptions, Task> Correct(CorrectExaminationRequest request) =>
        async (rpc, options) => await new Client(rpc).CorrectExaminationAsync(request, options);
}
