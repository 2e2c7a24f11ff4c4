using Microsoft.Extensions.DependencyInjection;
using NaraVard.Contracts.Listing.V1;
using NaraVard.Events.Listing;
using NaraVard.Listing.Features;
using NaraVard.Listing.Tests.Features.Choosing;
using NaraVard.Listing.Tests.Features.Dental;

namespace NaraVard.Listing.Tests.Features.Assigning;

/// <summary>What a new year ends. A host for each test, since a step is about everybody.</summary>
public sealed class AgingOutTests : IAsyncLifetime
{
    private readonly ChoiceHost host = new();

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Each_birth_year_is_ended_on_its_own_day_however_late_and_later_with_treatment_that_was_begun()
    {
        var clinic = await host.Clinic();
        var (plain, treated) = (new Dictionary<int, string>(), new Dictionary<int, string>());
        for (var born = 2000; born <= 2008; born++)
        {
            (plain[born], treated[born]) = (await Patient(clinic, born), await Patient(clinic, born));
            await Treated(treated[born]);
        }

        await StepOn(ChoiceHost.Today);
        var (before, treatedBefore) = (await Ended(plain), await Ended(treated));
        await StepOn(new(2027, 1, 3));

        Assert.Equal(
            [(2000, "2024-01-01"), .. Enumerable.Range(2001, 5).Select(born => (born, "2025-01-01")),
                (2006, "2026-01-01")],
            before);
        Assert.Equal([(2000, "2024-01-01"), (2001, "2025-01-01"), (2002, "2026-01-01")], treatedBefore);
        Assert.Equal([.. before, (2007, "2027-01-01")], await Ended(plain));
        Assert.Equal([.. treatedBefore, (2003, "2027-01-01")], await Ended(treated));
    }

    [Fact]
    public async Task Who_leaves_the_ages_of_child_health_is_told_why_and_waits_no_more()
    {
        var told = await host.Hear<ListingEnded>();
        var clinic = await host.Clinic();
        await host.Administration.DecideCeilingAsync(
            new(ChoiceHost.Decision(clinic, 1)) { Type = ListingType.ChildHealth });
        var (listed, waiting) = (await Child(clinic), await Child(clinic));
        var queued = await State(waiting);

        await StepOn(new(2026, 12, 31));
        var before = await State(listed);
        await StepOn(new(2027, 1, 1));

        Assert.Equal(ListingState.Queued, queued.Item1);
        Assert.Equal((ListingState.Active, ListingEndReason.Unspecified, ""), before);
        Assert.Equal((ListingState.Ended, ListingEndReason.AgedOut, "2026-12-31"), await State(listed));
        Assert.Equal((ListingState.Ended, ListingEndReason.AgedOut, ""), await State(waiting));
        Assert.Equal("0", await host.Database.Ask<string>(
            "select sum(counted + waiting)::text from clinic_loads where type = 2"));
        await host.Until("it is told", () => told.Any(one =>
            one.ListingId == listed && one.UntilDay == new DateOnly(2027, 1, 1)
            && one.Reason == "LISTING_END_REASON_AGED_OUT"));
    }

    [Fact]
    public async Task Treatment_under_older_rules_goes_along_when_the_clinic_closes()
    {
        var clinic = await host.Clinic();
        var patient = await Born("2004-05-01");
        var choice = ChoiceHost.Choice(patient, clinic, said =>
            (said.Type, said.HasTransitionalTreatment) = (ListingType.Dental, true));

        await host.Choices.ChooseClinicAsync(choice);
        await host.Clinic(kind: Listing.Domain.Clinics.ClinicKind.PublicDental);
        await host.Database.Execute($"update clinics set closed_from = '2026-12-01' where id = '{clinic}'");
        await StepOn(ChoiceHost.Today);

        var listed = await host.Choices.LookUpListingsAsync(new() { PersonNumber = patient });
        Assert.Equal([ListingKind.Active, ListingKind.Transferred],
            listed.Listings.Where(one => one.Type == ListingType.Dental).Select(one => one.Kind));
        Assert.Equal("2", await host.Database.Ask<string>(
            "select count(*)::text from listings where has_transitional_treatment"));
    }

    private async Task<string> Patient(string clinic, int born) =>
        await host.Patient(clinic, birth: new(born, 6, 1), listedFrom: new(2010, 1, 1));

    private Task Treated(string person) => host.Database.Execute(
        $"update listings set has_transitional_treatment = true where person = '{host.KeyOf(person).Value}'");

    /// <summary>Somebody whose place in the list, or in the queue, is for child health.</summary>
    private async Task<Guid> Child(string clinic)
    {
        var mother = await host.Person();
        var child = await Born("2020-12-31", mother);
        return Guid.Parse((await host.Choices.ChooseClinicAsync(ChoiceHost.Choice(child, clinic, said =>
        {
            said.Type = ListingType.ChildHealth;
            said.GuardianNumbers.Add(mother);
        }))).ListingId);
    }

    private async Task<string> Born(string birth, params string[] guardians)
    {
        var person = await host.Person(host.Numbers.Reserve(), guardians: guardians);
        await host.Database.Execute(
            $"update persons set birth_date = '{birth}' where key = '{host.KeyOf(person).Value}'");
        return person;
    }

    private Task<int> StepOn(DateOnly day)
    {
        host.Clock.MoveTo(new(day, new(12, 0), TimeSpan.Zero));
        return host.Services.GetRequiredService<KeepInStep>().Step(CancellationToken.None);
    }

    private async Task<(ListingState, ListingEndReason, string)> State(Guid id)
    {
        var listing = await host.Administration.GetListingAsync(new() { ListingId = id.ToString() });
        return (listing.State, listing.EndReason, listing.ToDay);
    }

    /// <summary>Birth years of those who were ended for their age, and from which day.</summary>
    private async Task<List<(int, string)>> Ended(Dictionary<int, string> people)
    {
        var ended = new List<(int, string)>();
        foreach (var (born, person) in people)
            if (await host.Database.Ask<string>(
                $"""
                select coalesce(max(until_day::text), '') from listings
                where person = '{host.KeyOf(person).Value}' and end_reason = 9
                """) is { Length: > 0 } day)
                ended.Add((born, day));
        return ended;
    }
}
