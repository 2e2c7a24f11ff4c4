using Grpc.Core;
using NaraVard.Contracts.Listing.V1;
using NaraVard.Listing.Tests.Features.Choosing;
using Client = NaraVard.Contracts.Listing.V1.DentalService.DentalServiceClient;

namespace NaraVard.Listing.Tests.Features.Dental;

[Collection(OneChoice.Name)]
public sealed class LookUpExaminationsTests(ChoiceHost host)
{
    [Fact]
    public async Task Shows_all_the_latest_first_and_the_day_of_the_next()
    {
        var (clinic, before) = (await host.Clinic(), await host.Clinic());
        var child = await host.Patient(clinic);
        var old = await host.Examined(before, child, "2023-02-01", RiskGroup.High);
        var late = await host.Examined(clinic, child, "2024-11-20");

        var found = await host.Dentists(clinic).LookUpExaminationsAsync(new() { PersonNumber = child });

        Assert.Equal([late, old], found.Examinations);
        Assert.Equal(("2026-11-20", false), (found.NextDueDay, found.IsOverdue));
        Assert.Equal(found, await host.DentalAdministration().LookUpExaminationsAsync(new() { PersonNumber = child }));
        Assert.Equal(found, await host.DentalPartner().LookUpExaminationsAsync(new() { PersonNumber = child }));
    }

    [Fact]
    public async Task Examinations_follow_their_person_to_the_lasting_number()
    {
        var clinic = await host.Clinic();
        var (old, number) = (await host.Patient(clinic), host.Numbers.Child());
        var made = await host.Examined(clinic, old, "2024-11-20");

        await host.Persons.MergePersonAsync(new() { OldNumber = old, Number = number });

        foreach (var either in new[] { old, number })
        {
            var found = await host.Dentists(clinic).LookUpExaminationsAsync(new() { PersonNumber = either });
            var one = Assert.Single(found.Examinations);
            Assert.Equal((made.ExaminationId, number), (one.ExaminationId, one.PersonNumber));
        }
    }

    [Fact]
    public async Task Staff_where_the_person_is_not_listed_see_only_what_they_recorded()
    {
        var (clinic, emergency) = (await host.Clinic(), await host.Clinic());
        var child = await host.Patient(clinic);
        await host.Examined(clinic, child, "2024-11-19");
        var own = await host.Examined(emergency, child, "2024-11-01");

        var found = await host.Dentists(emergency).LookUpExaminationsAsync(new() { PersonNumber = child });

        Assert.Equal([own], found.Examinations);
        Assert.Equal(("", false), (found.NextDueDay, found.IsOverdue));
        Assert.Empty((await host.Dentists(await host.Clinic())
            .LookUpExaminationsAsync(new() { PersonNumber = child })).Examinations);
    }

    [Fact]
    public async Task Who_is_too_old_or_not_listed_is_called_no_more()
    {
        var clinic = await host.Clinic();
        var (grown, free) = (await host.Patient(clinic, birth: new(2006, 12, 31)), await host.Patient(null));

        foreach (var person in new[] { grown, free })
            Assert.Equal("", (await host.DentalAdministration()
                .LookUpExaminationsAsync(new() { PersonNumber = person })).NextDueDay);
    }

    [Fact]
    public async Task Refuses_who_is_not_in_the_register_and_what_is_no_number()
    {
        var clinic = await host.Clinic();
        var child = await host.Patient(clinic);

        await host.Refuses(ListingHost.Admin, "person-unknown", LookUp(host.Numbers.Reserve()));
        await host.Refuses(ChoiceHost.Stockholmer, "person-unknown", LookUp(child));
        await host.Refuses(ChoiceHost.StaffAt(clinic) with { Unit = null }, "unit-missing", LookUp(child));
        await host.RefusesInput(["personNumber national-number-missing"], LookUp(""));
    }

    [Fact]
    public async Task Lets_in_only_the_administration_staff_of_clinics_and_partner_systems() => await host.LetsInOnly(
        ["listing-admin", "clinician", "unit-manager", "partner"], LookUp(host.Numbers.Reserve()));

    private static Func<CallInvoker, CallOptions, Task> LookUp(string number) =>
        async (rpc, options) => await new Client(rpc).LookUpExaminationsAsync(new() { PersonNumber = number }, options);
}
