using Grpc.Core;

namespace NaraVard.Listing.Tests.Features.Register;

[Collection(OneListing.Name)]
public sealed class RecordDeathTests(ListingHost host)
{
    [Fact]
    public async Task Records_the_day_once()
    {
        var person = await host.Registered();

        var first = await host.Persons.RecordDeathAsync(new() { Number = person.Number, Day = "2026-11-19" });
        var again = await host.Persons.RecordDeathAsync(new() { Number = person.Number, Day = "2026-11-19" });

        Assert.Equal(("2026-11-19", 2L), (first.Deceased, first.Version));
        Assert.Equal(first, again);
    }

    [Fact]
    public async Task Refuses_another_day_for_who_is_dead()
    {
        var person = await host.Registered();
        await host.Persons.RecordDeathAsync(new() { Number = person.Number, Day = "2026-11-19" });

        await host.Refuses(ListingHost.Admin, "person-deceased",
            (rpc, options) => Call(rpc, person.Number, "2026-11-18", options));
    }

    [Fact]
    public async Task Refuses_a_day_before_birth()
    {
        var person = await host.Registered();

        await host.Refuses(ListingHost.Admin, "before-birth",
            (rpc, options) => Call(rpc, person.Number, "1899-12-31", options));
    }

    [Fact]
    public Task Refuses_somebody_who_is_not_in_the_register() => host.Refuses(ListingHost.Admin, Refusal.NotFound,
        (rpc, options) => Call(rpc, host.Numbers.Adult(), "2026-11-19", options));

    [Fact]
    public Task Tells_all_that_is_wrong_at_once() => host.RefusesInput(
        ["number national-number-missing", "day required"], (rpc, options) => Call(rpc, "", "", options));

    [Fact]
    public Task Lets_in_only_administrators() => host.LetsInOnly(
        ["listing-admin"], (rpc, options) => Call(rpc, "198202029289", "2026-11-19", options));

    private static async Task Call(CallInvoker rpc, string number, string day, CallOptions options) =>
        await new Proto.PersonService.PersonServiceClient(rpc).RecordDeathAsync(
            new() { Number = number, Day = day }, options);
}
