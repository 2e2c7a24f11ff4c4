using Grpc.Core;

namespace NaraVard.Listing.Tests.Features.Register;

[Collection(OneListing.Name)]
public sealed class MergePersonTests(ListingHost host)
{
    [Fact]
    public async Task Gives_the_person_the_lasting_number_and_finds_it_by_both()
    {
        var (old, number) = ((await host.Registered(host.Numbers.Reserve())).Number, host.Numbers.Adult());

        var merged = await Merge(old, number);

        Assert.Equal((number, old), (merged.Number, Assert.Single(merged.FormerNumbers)));
        Assert.Equal(merged, await host.Persons.LookUpPersonAsync(new() { Number = old }));
        Assert.Equal(merged, await host.Persons.LookUpPersonAsync(new() { Number = number }));
        Assert.Equal(1L, await Count($"persons where key in ({Key(old)}, {Key(number)})"));
    }

    [Fact]
    public async Task Keeps_who_is_in_the_register_under_the_lasting_number_and_the_guardians_of_both()
    {
        var (mother, father) = (await host.Registered(), await host.Registered());
        var old = await host.Registered(host.Numbers.Reserve(), row => row.Guardians.Add(mother.Number));
        var known = await host.Registered(host.Numbers.Child(), row => row.Guardians.Add(father.Number));

        var merged = await Merge(old.Number, known.Number);

        Assert.Equal(known.BirthDate, merged.BirthDate);
        Assert.Equal(
            new HashSet<string> { mother.Number, father.Number },
            merged.Guardians.Select(guardian => guardian.Number).ToHashSet());
    }

    [Fact]
    public async Task Tells_everybody_both_keys_once()
    {
        var (old, number) = ((await host.Registered(host.Numbers.Reserve())).Number, host.Numbers.Adult());
        await host.Database.Execute("""
            create table said (body text);
            create function said() returns trigger language plpgsql as
                $$ begin insert into said values (new.body); return null; end $$;
            create trigger said after insert on platform.outbox for each row execute function said();
            """);

        await Merge(old, number);
        await Merge(old, number);

        var said = Assert.Single(await host.Database.AskAll<string>("select body from said"));
        await host.Database.Execute("drop function said cascade; drop table said");
        Assert.Contains(host.KeyOf(old).ToString(), said, StringComparison.Ordinal);
        Assert.Contains(host.KeyOf(number).ToString(), said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follows_a_number_that_is_replaced_twice()
    {
        var (first, second, number) =
            ((await host.Registered(host.Numbers.Reserve())).Number, "199502862395", host.Numbers.Adult());
        await Merge(first, second);
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        var merged = await Merge(second, number);

        Assert.Equal([first, second], merged.FormerNumbers);
        Assert.Equal(merged, await host.Persons.LookUpPersonAsync(new() { Number = first }));
    }

    [Fact]
    public async Task Refuses_to_replace_a_personal_number()
    {
        var person = await host.Registered();

        await Refuses("number-not-temporary", person.Number, host.Numbers.Adult());
    }

    [Fact]
    public async Task Refuses_another_temporary_number_as_the_lasting_one()
    {
        var person = await host.Registered(host.Numbers.Reserve());

        await Refuses("number-not-lasting", person.Number, host.Numbers.Reserve());
    }

    [Fact]
    public async Task Refuses_a_number_that_was_merged_with_another_person()
    {
        var old = (await host.Registered(host.Numbers.Reserve())).Number;
        await Merge(old, host.Numbers.Adult());

        await Refuses("merged-with-another", old, host.Numbers.Adult());
    }

    [Fact]
    public Task Refuses_a_number_that_is_not_in_the_register() =>
        Refuses(Refusal.NotFound, host.Numbers.Reserve(), host.Numbers.Adult());

    [Fact]
    public Task Tells_all_that_is_wrong_at_once() => host.RefusesInput(
        ["oldNumber national-number-missing", "number national-number-length"],
        (rpc, options) => Call(rpc, "", "1", options));

    [Fact]
    public Task Lets_in_only_administrators() => host.LetsInOnly(
        ["listing-admin"], (rpc, options) => Call(rpc, "19700101SU3A", "198202029289", options));

    private async Task<Proto.Person> Merge(string old, string number) =>
        await host.Persons.MergePersonAsync(new() { OldNumber = old, Number = number });

    private Task<Refusal> Refuses(string code, string old, string number) => host.Refuses(
        ListingHost.Admin, code, (rpc, options) => Call(rpc, old, number, options));

    private Task<long> Count(string what) => host.Database.Ask<long>($"select count(*) from {what}");

    private string Key(string number) => $"'{host.KeyOf(number).Value}'";

    private static async Task Call(CallInvoker rpc, string old, string number, CallOptions options) =>
        await new Proto.PersonService.PersonServiceClient(rpc).MergePersonAsync(
            new() { OldNumber = old, Number = number }, options);
}
