using Grpc.Core;

namespace NaraVard.Listing.Tests.Features.Register;

[Collection(OneListing.Name)]
public sealed class LookUpPersonTests(ListingHost host)
{
    [Fact]
    public async Task Finds_the_person_with_a_number_however_it_is_written()
    {
        var known = await host.Registered();

        var found = await host.Persons.LookUpPersonAsync(
            new() { Number = $"{known.Number[..8]}-{known.Number[8..]}" });

        Assert.Equal(known, found);
    }

    [Fact]
    public async Task Leaves_a_row_in_the_access_log_for_the_person_and_each_guardian_that_is_told()
    {
        var mother = await host.Registered();
        var child = await host.Registered(host.Numbers.Child(), row => row.Guardians.Add(mother.Number));
        var request = host.NewRequestId();

        await host.Persons.LookUpPersonAsync(
            new() { Number = child.Number }, new Metadata { { "x-request-id", request } });

        var touched = await host.Database.AskAll<Guid>(
            $"select person from platform.access_log where request_id = '{request}' and allowed");
        Assert.Equal(
            new HashSet<Guid> { host.KeyOf(child.Number).Value, host.KeyOf(mother.Number).Value },
            touched.ToHashSet());
    }

    [Fact]
    public async Task Does_not_tell_the_number_of_a_protected_guardian()
    {
        var mother = await host.Registered(change: row => row.Protection = Proto.Protection.SecrecyMarking);

        var child = await host.Registered(host.Numbers.Child(), row => row.Guardians.Add(mother.Number));

        Assert.Equal("", Assert.Single(child.Guardians).Number);
    }

    [Fact]
    public async Task Hides_another_regions_person_exactly_as_one_who_is_not_there()
    {
        var (known, unknown) = ((await host.Registered()).Number, host.Numbers.Adult());

        var hidden = await host.Refuses(
            ListingHost.OtherRegion, Refusal.NotFound, (rpc, options) => Call(rpc, known, options));
        var absent = await host.Refuses(
            ListingHost.OtherRegion, Refusal.NotFound, (rpc, options) => Call(rpc, unknown, options));

        Assert.Equivalent(absent, hidden, strict: true);
    }

    [Fact]
    public Task Refuses_a_number_that_is_none() => host.RefusesInput(
        ["number national-number-missing"], (rpc, options) => Call(rpc, "", options));

    [Fact]
    public Task Lets_in_only_those_who_care_administer_or_act_for_them() => host.LetsInOnly(
        ["listing-admin", "clinician", "unit-manager", "partner"],
        (rpc, options) => Call(rpc, "198202029289", options));

    private static async Task Call(CallInvoker rpc, string number, CallOptions options) =>
        await new Proto.PersonService.PersonServiceClient(rpc).LookUpPersonAsync(new() { Number = number }, options);
}
