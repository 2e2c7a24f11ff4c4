using NaraVard.Contracts.Listing.V1;
using NaraVard.Platform.Identity;
using NaraVard.Testing;

namespace NaraVard.Listing.Tests.Features.Choosing;

/// <summary>Gävleborg's ceilings do not count family at the same address of somebody who is listed.</summary>
[Collection(OneChoice.Name)]
public sealed class FamilyTests(ChoiceHost host)
{
    private const string Region = "21";

    private ListingService.ListingServiceClient Administration =>
        new(host.As(People.In(Roles.ListingAdmin, "region:" + Region)));

    [Fact]
    public async Task Who_lives_with_somebody_listed_is_listed_over_the_ceiling_and_all_others_queue()
    {
        var (here, there) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var (clinic, _) = await FullWith(await Person(here));
        var child = await Person(there, guardians: [.. new[] { await Person(here) }]);

        Assert.Equal(ListingState.Accepted, await Chooses(await Person(here), clinic));
        Assert.Equal(ListingState.Queued, await Chooses(await Person(there), clinic));
        Assert.Equal(ListingState.Queued, await Chooses(await Person(null), clinic));
        Assert.Equal(ListingState.Queued, await Chooses(child, clinic));
    }

    [Fact]
    public async Task A_guardian_of_whose_dwelling_nothing_is_known_lives_with_the_child_and_one_elsewhere_does_not()
    {
        var (clinic, parent) = await FullWith(await Person(Guid.CreateVersion7()));

        Assert.Equal(ListingState.Accepted, await Chooses(await Person(null, parent), clinic));
        Assert.Equal(ListingState.Queued, await Chooses(await Person(Guid.CreateVersion7(), parent), clinic));
    }

    [Fact]
    public async Task The_dwelling_of_the_protected_is_not_looked_at()
    {
        var here = Guid.CreateVersion7();
        var (clinic, hidden) = await FullWith(await Person(here));
        await Set("protection = 2", hidden);

        Assert.Equal(ListingState.Queued, await Chooses(await Person(here), clinic));

        await Set("protection = 1", hidden);
        var chooser = await Person(here);
        await Set("protection = 4", chooser);

        Assert.Equal(ListingState.Queued, await Chooses(chooser, clinic));
    }

    /// <summary>A clinic with room for one, who is listed there.</summary>
    private async Task<(string Clinic, string Listed)> FullWith(string person)
    {
        var clinic = await host.Clinic(kommun: "2180");
        await Administration.DecideCeilingAsync(ChoiceHost.Decision(clinic, listedMax: 1));
        Assert.Equal(ListingState.Accepted, await Chooses(person, clinic));
        return (clinic, person);
    }

    private async Task<ListingState> Chooses(string person, string clinic) =>
        (await Administration.ChooseClinicAsync(ChoiceHost.Choice(person, clinic))).State;

    /// <summary>An adult, so that no age exempts.</summary>
    private Task<string> Person(Guid? dwelling, params string[] guardians) =>
        host.Person(region: Region, change: said => said.Dwelling = dwelling, guardians: guardians);

    private Task Set(string column, string person) =>
        host.Database.Execute($"update persons set {column} where key = '{host.KeyOf(person).Value}'");
}
