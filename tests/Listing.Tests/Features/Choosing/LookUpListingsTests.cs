using Grpc.Core;
using NaraVard.Contracts.Listing.V1;
using Client = NaraVard.Contracts.Listing.V1.ListingService.ListingServiceClient;

namespace NaraVard.Listing.Tests.Features.Choosing;

[Collection(OneChoice.Name)]
public sealed class LookUpListingsTests(ChoiceHost host)
{
    [Fact]
    public async Task Answers_what_holds_what_waits_and_what_may_be_chosen()
    {
        var (first, second, full) = (await host.Clinic(), await host.Clinic(), await host.Clinic());
        var person = await host.Person();
        await host.Ceiling(full, 1);
        await host.Listed(full);
        var old = await host.Listed(first, person);
        await host.Database.Execute($"update listings set from_day = '2026-11-01' where id = '{old.ListingId}'");
        await host.Listed(second, person);
        await host.Listed(full, person);

        var found = await host.Choices.LookUpListingsAsync(new() { PersonNumber = person });

        Assert.Equal(
            [(first, ListingState.Active), (second, ListingState.Accepted), (full, ListingState.Queued)],
            found.Listings.Select(one => (one.ClinicId, one.State)));
        Assert.Equal(1, found.Listings[2].QueuePosition);
        Assert.Equal([ListingType.PrimaryCare], found.ChoosableTypes);
        Assert.Equal(0, found.ChangesLeft);
    }

    [Fact]
    public async Task A_child_may_choose_dental_care_and_the_dead_nothing()
    {
        var child = await host.Person(host.Child());
        var dead = await host.Person(change: said => said.Deceased = ChoiceHost.Today);

        var (young, gone) = (
            await host.Choices.LookUpListingsAsync(new() { PersonNumber = child }),
            await host.Choices.LookUpListingsAsync(new() { PersonNumber = dead }));

        Assert.Contains(ListingType.Dental, young.ChoosableTypes);
        Assert.Equal((0, 0, 2), (young.Listings.Count, gone.ChoosableTypes.Count, young.ChangesLeft));
    }

    [Fact]
    public async Task Refuses_whom_the_register_does_not_have_and_what_is_no_number()
    {
        await host.Refuses(ChoiceHost.Partner, "person-unknown", LookUp(host.Numbers.Adult()));
        await host.Refuses(ChoiceHost.Stockholmer, "person-unknown", LookUp(await host.Person()));
        await host.Refuses(Testing.People.In("partner", "region:19"), "policy-missing", LookUp(await host.Person()));
        await host.RefusesInput(["personNumber national-number-missing"], LookUp(""));
    }

    [Fact]
    public async Task Lets_in_only_the_administration_and_partner_systems() =>
        await host.LetsInOnly(["listing-admin", "partner"], LookUp(await host.Person()));

    private static Func<CallInvoker, CallOptions, Task> LookUp(string number) =>
        async (rpc, options) => await new Client(rpc).LookUpListingsAsync(new() { PersonNumber = number }, options);
}
