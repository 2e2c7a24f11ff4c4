using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NaraVard.Contracts.Listing.V1;
using NaraVard.Listing.Data;
using NaraVard.Listing.Domain.Dental;
using NaraVard.Listing.Features;
using NaraVard.Listing.Tests.Features.Choosing;
using Client = NaraVard.Contracts.Listing.V1.DentalService.DentalServiceClient;
using RiskGroup = NaraVard.Contracts.Listing.V1.RiskGroup;

namespace NaraVard.Listing.Tests.Features.Dental;

[Collection(OneChoice.Name)]
public sealed class ListOverdueExaminationsTests(ChoiceHost host)
{
    [Theory]
    [InlineData(RiskGroup.Low, "2024-11-20", "2024-11-19")]
    [InlineData(RiskGroup.Moderate, "2025-05-20", "2025-05-19")]
    [InlineData(RiskGroup.High, "2025-11-20", "2025-11-19")]
    public async Task Whose_day_is_today_is_not_overdue_and_whose_was_yesterday_is(
        RiskGroup risk, string dueToday, string dueYesterday)
    {
        var clinic = await host.Clinic();
        var (punctual, late) = (await host.Patient(clinic), await host.Patient(clinic));
        await host.Examined(clinic, punctual, dueToday, risk);
        await host.Examined(clinic, late, dueYesterday, risk);

        var overdue = await host.Dentists(clinic).ListOverdueExaminationsAsync(new());

        var one = Assert.Single(overdue.Overdue);
        Assert.Equal((late, dueYesterday), (one.PersonNumber, one.ExaminedDay));
        Assert.Equal(("2026-11-19", risk), (one.DueDay, one.Risk));
    }

    [Fact]
    public async Task Who_was_never_examined_is_due_at_the_end_of_the_first_year_or_some_months_after_coming()
    {
        var clinic = await host.Clinic();
        var (three, four) = (
            await host.Patient(clinic, new(2023, 2, 1)), await host.Patient(clinic, new(2022, 2, 1)));
        var (listedLate, listedLater) = (
            await host.Patient(clinic, listedFrom: new(2026, 5, 19)),
            await host.Patient(clinic, listedFrom: new(2026, 5, 20)));
        var moved = await host.Patient(clinic, listedFrom: new(2026, 1, 1), registeredFrom: new(2026, 5, 20));

        var overdue = await host.Dentists(clinic).ListOverdueExaminationsAsync(new());

        Assert.Equal([(four, "2025-12-31"), (listedLate, "2026-11-19")],
            overdue.Overdue.Select(one => (one.PersonNumber, one.DueDay)));
        Assert.All(overdue.Overdue, one => Assert.Equal(("", RiskGroup.Unspecified), (one.ExaminedDay, one.Risk)));
        foreach (var (person, due) in new[]
        {
            (three, "2026-12-31"), (listedLater, "2026-11-20"), (moved, "2026-11-20"),
        })
            Assert.Equal(due, (await host.Dentists(clinic)
                .LookUpExaminationsAsync(new() { PersonNumber = person })).NextDueDay);
    }

    [Fact]
    public async Task Another_clinic_of_the_same_region_gives_no_new_time()
    {
        var (clinic, other) = (await host.Clinic(), await host.Clinic());
        var child = await host.Patient(null);
        await host.ListFrom(child, clinic, new(2018, 1, 1), until: new(2026, 11, 1));
        await host.ListFrom(child, other, new(2026, 11, 1));

        var overdue = await host.Dentists(other).ListOverdueExaminationsAsync(new());

        Assert.Equal([(child, "2018-12-31")], overdue.Overdue.Select(one => (one.PersonNumber, one.DueDay)));
        Assert.Empty((await host.Dentists(clinic).ListOverdueExaminationsAsync(new())).Overdue);
    }

    [Fact]
    public async Task Only_who_is_of_the_ages_of_the_day_alive_and_listed_is_on_it_and_the_protected_masked()
    {
        var clinic = await host.Clinic();
        await host.Patient(clinic, birth: new(2006, 12, 31));
        await host.Patient(clinic, deceased: new(2026, 1, 1));
        await host.ListFrom(await host.Patient(null), clinic, new(2018, 1, 1), until: ChoiceHost.Today);
        await host.ListFrom(await host.Patient(null), clinic, ChoiceHost.Tomorrow);
        var nineteen = await host.Patient(clinic, birth: new(2007, 1, 1));
        await host.Patient(clinic, isProtected: true);

        var overdue = await host.Dentists(clinic).ListOverdueExaminationsAsync(new());

        Assert.Equal([nineteen, "********-****"], overdue.Overdue.Select(one => one.PersonNumber));
    }

    [Fact]
    public async Task The_longest_overdue_come_first_page_by_page_for_a_clinic_or_the_region()
    {
        var (clinic, other) = (await host.Clinic(), await host.Clinic());
        var people = new List<string>();
        foreach (var day in new[] { "2008-02-01", "2008-01-01", "2008-03-01" })
        {
            people.Add(await host.Patient(clinic, birth: new(2007, 1, 1)));
            await host.Examined(clinic, people[^1], day);
        }

        var region17 = host.DentalAdministration();
        var first = await region17.ListOverdueExaminationsAsync(new() { ClinicId = clinic, Limit = 2 });
        var second = await region17.ListOverdueExaminationsAsync(new() { ClinicId = clinic, Limit = 2, Page = 2 });
        var region = await region17.ListOverdueExaminationsAsync(new() { Limit = 3 });

        Assert.Equal([people[1], people[0], people[2]],
            first.Overdue.Concat(second.Overdue).Select(one => one.PersonNumber));
        Assert.Equal((3, 2), (first.Meta.TotalRecords, first.Meta.TotalPages));
        Assert.Equal([people[1], people[0], people[2]], region.Overdue.Select(one => one.PersonNumber));
        Assert.Empty((await host.Dentists(other).ListOverdueExaminationsAsync(new() { ClinicId = clinic })).Overdue);
        Assert.Empty((await new Client(host.As(ChoiceHost.Stockholmer))
            .ListOverdueExaminationsAsync(new() { ClinicId = clinic })).Overdue);
    }

    [Fact]
    public async Task The_statement_agrees_with_the_rule_whatever_the_days()
    {
        var (clinic, random) = (await host.Clinic(), new Random(4711));
        var rule = new RecallRule(null, default, null) { FirstCallAge = 4, FirstCallMonths = 7 };
        var expected = new Dictionary<string, DateOnly>();
        for (var i = 0; i < 200; i++)
        {
            var birth = Day(2007, 2022);
            var (listed, registered) = (Day(2008, 2026), Day(2007, 2026));
            var child = await host.Patient(clinic, birth, listed, registered > birth ? registered : birth);
            var since = new[] { listed, registered, birth }.Max();
            expected[child] = rule.FirstDueOn(birth, since);
        }

        await using var scope = host.Services.CreateAsyncScope();
        var policy = scope.ServiceProvider.GetRequiredService<PolicyBook>().Of("17", ChoiceHost.Today);
        var rows = await scope.ServiceProvider.GetRequiredService<ListingDb>()
            .Recalls(policy, rule, ChoiceHost.Today).Where(row => row.Clinic == clinic)
            .ToDictionaryAsync(row => row.Person, row => row.DueOn);

        Assert.Equal(expected.Count, rows.Count);
        Assert.All(expected, one => Assert.Equal(one.Value, rows[host.KeyOf(one.Key).Value]));

        DateOnly Day(int first, int last)
        {
            var from = new DateOnly(first, 1, 1);
            var to = last == 2026 ? ChoiceHost.Today : new DateOnly(last, 12, 31);
            return from.AddDays(random.Next(to.DayNumber - from.DayNumber));
        }
    }

    [Fact]
    public async Task Refuses_a_page_that_is_none_and_who_names_no_unit()
    {
        await host.RefusesInput(
            ["clinicId hsa-id-format", "limit out-of-range"], List(new() { ClinicId = "x", Limit = 101 }));
        await host.Refuses(
            ChoiceHost.StaffAt("") with { Unit = null }, "unit-missing", List(new()));
        await host.Refuses(ListingHost.OtherRegion with { Organization = "region:19" }, "policy-missing", List(new()));
    }

    [Fact]
    public async Task Lets_in_only_the_administration_and_staff_of_clinics() =>
        await host.LetsInOnly(["listing-admin", "clinician", "unit-manager"], List(new()));

    private static Func<CallInvoker, CallOptions, Task> List(ListOverdueExaminationsRequest request) =>
        async (rpc, options) => await new Client(rpc).ListOverdueExaminationsAsync(request, options);
}
