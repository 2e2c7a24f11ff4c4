namespace NaraVard.Listing.Tests.Features.Register;

[Collection(OneListing.Name)]
public sealed class RegisterPersonTests(ListingHost host)
{
    [Fact]
    public async Task Puts_a_newborn_into_the_register_with_guardians()
    {
        var (mother, child) = (await host.Registered(), host.Numbers.Child());

        var born = await host.Registered(child, row => row.Guardians.Add(mother.Number));

        Assert.Equal((child, 1L, "1780"), (born.Number, born.Version, born.KommunCode));
        Assert.Equal($"{child[..4]}-{child[4..6]}-{child[6..8]}", born.BirthDate);
        Assert.Equal(
            new Proto.Guardian { Number = mother.Number, From = born.BirthDate }, Assert.Single(born.Guardians));
    }

    [Fact]
    public async Task Answers_the_same_again_and_stores_it_once()
    {
        var row = ListingHost.Row(host.Numbers.Adult());

        var first = await host.Persons.RegisterPersonAsync(new() { Row = row });
        var again = await host.Persons.RegisterPersonAsync(new() { Row = row });

        Assert.Equal(first, again);
    }

    [Fact]
    public async Task Registers_once_what_is_sent_many_times_at_once()
    {
        var row = ListingHost.Row(host.Numbers.Adult());

        var answers = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(_ => host.Persons.RegisterPersonAsync(new() { Row = row }).ResponseAsync));

        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
    }

    [Fact]
    public async Task Takes_a_person_without_word_of_protection_as_protected()
    {
        var person = await host.Registered(change: row => row.Protection = 0);

        Assert.Equal((Proto.Protection.Unknown, "", "", null),
            (person.Protection, person.KommunCode, person.PostalCode, person.Position));
    }

    [Fact]
    public async Task Keeps_the_number_sealed_and_out_of_the_log()
    {
        var number = host.Numbers.Adult();
        await host.Registered(number);

        var stored = await host.Database.Ask<string>(
            $"select row_to_json(p)::text from persons p where key = '{host.KeyOf(number).Value}'");

        Assert.DoesNotContain(number, stored, StringComparison.Ordinal);
        Assert.DoesNotContain(number[2..], host.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_number_that_is_in_the_register_with_other_content()
    {
        var known = await host.Registered();

        await host.Refuses(ListingHost.Admin, "person-registered", (rpc, options) => Call(
            rpc, ListingHost.Row(known.Number, row => row.KommunCode = "1761"), options));
    }

    [Fact]
    public Task Tells_all_that_is_wrong_at_once_and_nothing_of_what_was_sent() => host.RefusesInput(
        [
            "row.number national-number-check-digit", "row.birthDate malformed", "row.kommunCode kommun-code-unknown",
            "row.postalCode postal-code-format", "row.position out-of-range", "row.movedOut malformed",
            "row.socialFacts[0] unknown-code", "row.guardians[0] national-number-length",
        ],
        (rpc, options) => Call(rpc, new()
        {
            Number = "191212121213",
            BirthDate = "yesterday",
            KommunCode = "9999",
            PostalCode = "0",
            Position = new() { Latitude = 91 },
            MovedOut = "2026-13-01",
            SocialFacts = { (Proto.SocialFact)99 },
            Guardians = { "1" },
        }, options));

    [Fact]
    public Task Refuses_days_in_the_wrong_order_and_a_kommun_of_another_county() => host.RefusesInput(
        [
            "row.registeredFrom too-early", "row.deceased too-early", "row.kommunCode kommun-elsewhere",
            "row.movedOn in-the-future",
        ],
        (rpc, options) => Call(rpc, ListingHost.Row(host.Numbers.Adult(), row =>
        {
            row.KommunCode = "0180";
            row.RegisteredFrom = row.Deceased = "1900-01-01";
            row.MovedOn = "2026-11-21";
        }), options));

    [Fact]
    public Task Lets_in_only_administrators() => host.LetsInOnly(
        ["listing-admin"], (rpc, options) => Call(rpc, ListingHost.Row(host.Numbers.Adult()), options));

    private static async Task Call(Grpc.Core.CallInvoker rpc, Proto.RegisterRow row, Grpc.Core.CallOptions options) =>
        await new Proto.PersonService.PersonServiceClient(rpc).RegisterPersonAsync(new() { Row = row }, options);
}
