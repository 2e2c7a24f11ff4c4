using Grpc.Core;

namespace NaraVard.Listing.Tests.Features.Register;

[Collection(OneListing.Name)]
public sealed class ChangeProtectionTests(ListingHost host)
{
    [Theory]
    [InlineData(Proto.Protection.SecrecyMarking)]
    [InlineData(Proto.Protection.ProtectedRegistration)]
    [InlineData(Proto.Protection.Unknown)]
    public async Task Tells_no_place_of_the_protected_until_it_is_taken_off(Proto.Protection protection)
    {
        var person = await host.Registered(change: row => row.DwellingId = Guid.CreateVersion7().ToString());

        var hidden = await Change(person.Number, protection);
        var shown = await Change(person.Number, Proto.Protection.None);

        Assert.Equal((protection, "", "", null, ""),
            (hidden.Protection, hidden.KommunCode, hidden.PostalCode, hidden.Position, hidden.DwellingId));
        Assert.Equal((person.KommunCode, person.DwellingId), (shown.KommunCode, shown.DwellingId));
    }

    [Fact]
    public async Task Answers_the_same_again_and_changes_nothing()
    {
        var number = (await host.Registered()).Number;

        var first = await Change(number, Proto.Protection.SecrecyMarking);
        var again = await Change(number, Proto.Protection.SecrecyMarking);

        Assert.Equal(first, again);
    }

    [Fact]
    public Task Refuses_somebody_who_is_not_in_the_register() => host.Refuses(ListingHost.Admin, Refusal.NotFound,
        (rpc, options) => Call(rpc, host.Numbers.Adult(), Proto.Protection.None, options));

    [Fact]
    public Task Tells_all_that_is_wrong_at_once() => host.RefusesInput(
        ["number national-number-missing", "protection required"], (rpc, options) => Call(rpc, "", 0, options));

    [Fact]
    public Task Lets_in_only_administrators() => host.LetsInOnly(
        ["listing-admin"], (rpc, options) => Call(rpc, "198202029289", Proto.Protection.None, options));

    private async Task<Proto.Person> Change(string number, Proto.Protection protection) =>
        await host.Persons.ChangeProtectionAsync(new() { Number = number, Protection = protection });

    private static async Task Call(
        CallInvoker rpc, string number, Proto.Protection protection, CallOptions options) =>
        await new Proto.PersonService.PersonServiceClient(rpc).ChangeProtectionAsync(
            new() { Number = number, Protection = protection }, options);
}
