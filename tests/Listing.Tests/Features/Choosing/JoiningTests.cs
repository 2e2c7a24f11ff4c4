using NaraVard.Listing.Domain.Choice;

namespace NaraVard.Listing.Tests.Features.Choosing;

/// <summary>L17: two numbers turn out to be one person's.</summary>
[Collection(OneChoice.Name)]
public sealed class JoiningTests(ChoiceHost host)
{
    [Fact]
    public async Task A_listing_follows_its_person_to_the_lasting_number()
    {
        var (old, number) = (await host.Person(host.Numbers.Reserve()), host.Numbers.Adult());
        var clinic = await host.Clinic();
        var listed = await host.Listed(clinic, old);

        await Merge(old, number);

        var found = Assert.Single(await Listings(number));
        Assert.Equal((listed.ListingId, number, clinic), (found.ListingId, found.PersonNumber, found.ClinicId));
        Assert.Equal(listed.Version + 1, found.Version);
        Assert.Equal(1, await Counted(clinic));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_two_listings_the_one_that_was_asked_for_last_stays(bool isOldLast)
    {
        var (old, number) = (await host.Person(host.Numbers.Reserve()), await host.Person());
        var (first, second) = (await host.Clinic(), await host.Clinic());
        await host.Listed(first, isOldLast ? number : old);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.Listed(second, isOldLast ? old : number);

        await Merge(old, number);

        Assert.Equal(second, Assert.Single(await Listings(number)).ClinicId);
        Assert.Equal((0, 1), (await Counted(first), await Counted(second)));
        Assert.Equal((int)EndReason.ErrorCorrection, await host.Database.Ask<int>(
            $"select end_reason from listings where clinic = '{first}'"));
    }

    [Fact]
    public async Task Of_two_places_in_a_queue_the_first_stays()
    {
        var (old, number) = (await host.Person(host.Numbers.Reserve()), await host.Person());
        var clinic = await host.Clinic();
        await host.Ceiling(clinic, 1);
        await host.Listed(clinic);
        await host.Listed(clinic, number);
        await host.Listed(clinic);
        await host.Listed(clinic, old);

        await Merge(old, number);

        var place = Assert.Single(await Listings(number));
        Assert.Equal((Contracts.Listing.V1.ListingState.Queued, 1), (place.State, place.QueuePosition));
        Assert.Equal(2, await host.Database.Ask<int>($"select waiting from clinic_loads where clinic = '{clinic}'"));
    }

    private async Task Merge(string old, string number) =>
        await host.Persons.MergePersonAsync(new() { OldNumber = old, Number = number });

    private async Task<IEnumerable<Contracts.Listing.V1.Listing>> Listings(string number) =>
        (await host.Choices.LookUpListingsAsync(new() { PersonNumber = number })).Listings;

    private Task<int> Counted(string clinic) =>
        host.Database.Ask<int>($"select counted from clinic_loads where clinic = '{clinic}'");
}
