using Microsoft.Extensions.DependencyInjection;
using NaraVard.Contracts.Listing.V1;
using NaraVard.Identifiers.Places;
using NaraVard.Listing.Features;
using NaraVard.Listing.Tests.Features.Choosing;
using ClinicKind = NaraVard.Listing.Domain.Clinics.ClinicKind;
using Type = NaraVard.Listing.Domain.ListingType;

namespace NaraVard.Listing.Tests.Features.Assigning;

/// <summary>
/// Whom the region assigns a clinic for child health and dental care. A host for each test, since a step is about
/// everybody.
/// </summary>
public sealed class UnlistedTests : IAsyncLifetime
{
    private readonly AllCare host = new();

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task From_the_year_of_turning_3_who_has_not_chosen_comes_to_the_nearest_folktandvard()
    {
        await host.Clinic(at: new(59.38, 13.51), types: [Type.Dental], kind: ClinicKind.PrivateClinic);
        var near = await Folktandvard(59.40);
        await Folktandvard(59.90);
        var (three, nineteen) = (await Born("2023-12-31"), await Born("2007-01-01"));
        var (two, twenty) = (await Born("2024-01-01"), await Born("2006-12-31"));

        await Step();

        foreach (var person in new[] { three, nineteen })
        {
            var listing = Assert.Single(await Of(person));
            Assert.Equal((near, ListingType.Dental, ListingKind.Passive),
                (listing.ClinicId, listing.Type, listing.Kind));
            Assert.Matches("^nearest [0-9]+ m great-circle$", listing.AssignedBecause);
        }

        Assert.Empty(await Of(two));
        Assert.Empty(await Of(twenty));
    }

    [Fact]
    public async Task Who_is_protected_is_asked_and_no_more_when_too_old()
    {
        await Folktandvard(59.40);
        var hidden = await Born(
            "2020-01-01", said => said.Protection = Listing.Domain.Persons.Protection.SecrecyMarking);

        await Step();
        var asked = await Worklist();
        await host.Database.Execute("update persons set birth_date = '2001-01-01'");
        await Step();

        Assert.Empty(await Of(hidden));
        Assert.Contains((ListingType.Dental, "person-protected"), asked);
        Assert.DoesNotContain(await Worklist(), one => one.Item1 == ListingType.Dental);
    }

    [Fact]
    public async Task Nobody_is_assigned_outside_the_ages_that_a_clinic_receives_and_whoever_chooses_is_let_in()
    {
        var old = await host.Clinic(types: [Type.PrimaryCare], at: new(59.38, 13.51), ages: new(65, null));
        var all = await host.Clinic(types: [Type.PrimaryCare], at: new(59.60, 13.51));
        var (young, elder) = (await Born("1961-11-22"), await Born("1961-11-21"));
        var chooser = await Born("1990-01-01");
        await host.Listed(old, chooser);

        await Step();

        Assert.Equal([all, old, old], [
            (await Of(young)).Single().ClinicId, (await Of(elder)).Single().ClinicId,
            (await Of(chooser)).Single().ClinicId,
        ]);
    }

    [Fact]
    public async Task The_roads_decide_where_they_are_measured_also_for_whom_no_position_is_known()
    {
        var (across, around) = (
            await host.Clinic(types: [Type.PrimaryCare], at: new(59.38, 13.51)),
            await host.Clinic(types: [Type.PrimaryCare], at: new(59.60, 13.51)));
        var (known, nowhere, other) = (
            await host.Person(change: said => said.PostalCode = PostalCode.Parse("65224")),
            await host.Person(change: said => (said.PostalCode, said.Home) = (PostalCode.Parse("65224"), null)),
            await host.Person(change: said => said.PostalCode = PostalCode.Parse("66340")));
        await host.Database.Execute("update persons set birth_date = '1970-01-01'");
        await host.Database.Execute(
            $"""
            insert into unassigned (person, type, region, because, since)
            values ('{host.KeyOf(nowhere).Value}', 1, '17', 'position-unknown', '2026-11-01')
            """);
        await Roads(across, "65224", 31_000);
        await Roads(around, "65224", 9_400);

        await Step();

        Assert.Equal((around, "nearest 9400 m by-road"), await Assigned(known));
        Assert.Equal((around, "nearest 9400 m by-road"), await Assigned(nowhere));
        Assert.Equal(across, (await Assigned(other)).Clinic);
    }

    [Fact]
    public async Task A_newborn_comes_to_child_health_where_a_guardian_has_primary_care()
    {
        var mothers = await host.Clinic(at: new(59.9, 13.9), types: [Type.PrimaryCare, Type.ChildHealth]);
        var near = await host.Clinic(at: new(59.38, 13.51), types: [Type.PrimaryCare, Type.ChildHealth]);
        var mother = await host.Person();
        await host.Listed(mothers, mother);
        var (newborn, five) = (
            await Born("2026-11-19", guardians: mother), await Born("2021-05-01", guardians: mother));

        await Step();

        var listed = (await Of(newborn)).Single(one => one.Type == ListingType.ChildHealth);
        Assert.Equal((mothers, ListingKind.Newborn, "guardians-clinic"),
            (listed.ClinicId, listed.Kind, listed.AssignedBecause));
        Assert.Equal(near, (await Of(five)).Single(one => one.Type == ListingType.ChildHealth).ClinicId);
    }

    private async Task Roads(string clinic, string postalCode, int meters) =>
        await host.Clinics.PutRoadDistancesAsync(new()
        {
            ClinicId = clinic,
            Distances = { new RoadDistance { PostalCode = postalCode, Meters = meters } },
        });

    private async Task<(string Clinic, string Because)> Assigned(string person)
    {
        var listing = (await Of(person)).Single(one => one.Type == ListingType.PrimaryCare);
        return (listing.ClinicId, listing.AssignedBecause);
    }

    private Task<string> Folktandvard(double latitude) => host.Clinic(
        at: new(latitude, 13.51), types: [Type.Dental], kind: ClinicKind.PublicDental);

    private async Task<string> Born(
        string birth, Action<ChoiceHost.Register>? change = null, params string[] guardians)
    {
        var person = await host.Person(host.Numbers.Reserve(), change: change, guardians: guardians);
        await host.Database.Execute(
            $"update persons set birth_date = '{birth}' where key = '{host.KeyOf(person).Value}'");
        return person;
    }

    private async Task<IReadOnlyList<Proto.Listing>> Of(string person) =>
        (await host.Choices.LookUpListingsAsync(new() { PersonNumber = person })).Listings;

    private async Task<IReadOnlyList<(ListingType, string)>> Worklist() =>
        [.. (await host.Administration.ListUnassignedAsync(new())).Unassigned.Select(one => (one.Type, one.Because))];

    private Task<int> Step() => host.Services.GetRequiredService<KeepInStep>().Step(CancellationToken.None);

    /// <summary>Region 17 as it is, but that it assigns clinics for all care.</summary>
    private sealed class AllCare : ChoiceHost
    {
        protected override Dictionary<string, string> Settings() => new(base.Settings())
        {
            ["ListingPolicy:Policies:0:AssignmentTypes:2"] = "ChildHealth",
        };
    }
}
