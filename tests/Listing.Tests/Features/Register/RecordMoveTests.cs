using Grpc.Core;

namespace NaraVard.Listing.Tests.Features.Register;

[Collection(OneListing.Name)]
public sealed class RecordMoveTests(ListingHost host)
{
    [Fact]
    public async Task Moves_the_person_within_the_region()
    {
        var person = await host.Registered();

        var moved = await host.Persons.RecordMoveAsync(Move(person.Number));

        Assert.Equal(("1761", "66340", "", 2L), (moved.KommunCode, moved.PostalCode, moved.MovedOut, moved.Version));
    }

    [Fact]
    public async Task A_move_clears_the_dwelling_unless_it_says_another()
    {
        var (first, second) = (Guid.CreateVersion7().ToString(), Guid.CreateVersion7().ToString());
        var person = await host.Registered(change: row => row.DwellingId = first);

        var moved = await host.Persons.RecordMoveAsync(Move(person.Number));
        var again = await host.Persons.RecordMoveAsync(
            new(Move(person.Number, day: "2026-11-10")) { DwellingId = second });

        Assert.Equal((first, "", second), (person.DwellingId, moved.DwellingId, again.DwellingId));
    }

    [Fact]
    public async Task A_move_to_another_county_leaves_the_region_and_one_back_begins_anew()
    {
        var person = await host.Registered();

        var gone = await host.Persons.RecordMoveAsync(Move(person.Number, "0180"));
        var back = await host.Persons.RecordMoveAsync(Move(person.Number, day: "2026-11-10"));

        Assert.Equal("2026-11-01", gone.MovedOut);
        Assert.Equal(("", "2026-11-10"), (back.MovedOut, back.RegisteredFrom));
    }

    [Fact]
    public async Task Answers_the_same_again_and_changes_nothing()
    {
        var move = Move((await host.Registered()).Number);

        var first = await host.Persons.RecordMoveAsync(move);
        var again = await host.Persons.RecordMoveAsync(move);

        Assert.Equal(first, again);
    }

    [Fact]
    public async Task Refuses_what_is_older_than_the_register()
    {
        var person = await host.Registered();
        await host.Persons.RecordMoveAsync(Move(person.Number));

        await host.Refuses(ListingHost.Admin, "older-than-known",
            (rpc, options) => Call(rpc, Move(person.Number, "1780", "2026-10-31"), options));
    }

    [Fact]
    public async Task Refuses_a_dead_person()
    {
        var person = await host.Registered();
        await host.Persons.RecordDeathAsync(new() { Number = person.Number, Day = "2026-10-01" });

        await host.Refuses(ListingHost.Admin, "person-deceased",
            (rpc, options) => Call(rpc, Move(person.Number), options));
    }

    [Fact]
    public Task Refuses_somebody_who_is_not_in_the_register() => host.Refuses(
        ListingHost.Admin, Refusal.NotFound, (rpc, options) => Call(rpc, Move(host.Numbers.Adult()), options));

    [Fact]
    public Task Tells_all_that_is_wrong_at_once() => host.RefusesInput(
        ["number national-number-missing", "day in-the-future", "kommunCode kommun-code-unknown"],
        (rpc, options) => Call(rpc, new() { Day = "2026-11-21" }, options));

    [Fact]
    public Task Lets_in_only_administrators() => host.LetsInOnly(
        ["listing-admin"], (rpc, options) => Call(rpc, Move("198202029289"), options));

    private static Proto.RecordMoveRequest Move(string number, string kommun = "1761", string day = "2026-11-01") =>
        new() { Number = number, Day = day, KommunCode = kommun, PostalCode = "66340" };

    private static async Task Call(CallInvoker rpc, Proto.RecordMoveRequest move, CallOptions options) =>
        await new Proto.PersonService.PersonServiceClient(rpc).RecordMoveAsync(move, options);
}
