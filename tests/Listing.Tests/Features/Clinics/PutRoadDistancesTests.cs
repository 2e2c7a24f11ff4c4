using Grpc.Core;

namespace NaraVard.Listing.Tests.Features.Clinics;

[Collection(OneListing.Name)]
public sealed class PutRoadDistancesTests(ListingHost host)
{
    [Fact]
    public async Task Replaces_all_that_was_known_and_says_from_how_many_postal_codes()
    {
        var id = (await host.Created()).ClinicId;

        var first = await host.Clinics.PutRoadDistancesAsync(Distances(id, ("652 24", 5210), ("66340", 0)));
        var again = await host.Clinics.PutRoadDistancesAsync(Distances(id, ("66340", 0), ("65224", 5210)));
        var changed = await host.Clinics.PutRoadDistancesAsync(Distances(id, ("65224", 5210), ("66340", 1)));
        var next = await host.Clinics.PutRoadDistancesAsync(Distances(id, ("65224", 5211)));

        Assert.Equal((2, 2L), (first.RoadDistanceCount, first.Version));
        Assert.Equal(first, again);
        Assert.Equal((2, 3L), (changed.RoadDistanceCount, changed.Version));
        Assert.Equal((1, 4L), (next.RoadDistanceCount, next.Version));
        Assert.Equal("65224 5211", await host.Database.Ask<string>(
            $"select string_agg(postal_code || ' ' || meters, ',') from road_distances where clinic = '{id}'"));
        Assert.Equal(next, await host.Clinics.GetClinicAsync(new() { ClinicId = id }));
    }

    [Fact]
    public async Task None_takes_all_away()
    {
        var id = (await host.Created()).ClinicId;
        await host.Clinics.PutRoadDistancesAsync(Distances(id, ("65224", 5210)));

        var none = await host.Clinics.PutRoadDistancesAsync(Distances(id));

        Assert.Equal((0, 3L), (none.RoadDistanceCount, none.Version));
    }

    [Fact]
    public async Task Of_many_who_put_the_same_at_once_one_changes_it()
    {
        var id = (await host.Created()).ClinicId;
        var ask = Distances(id, [.. Enumerable.Range(0, 200).Select(i => ($"{65000 + i}", i))]);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4)
            .Select(_ => host.Clinics.PutRoadDistancesAsync(ask).ResponseAsync));

        Assert.All(answers, answer => Assert.Equal((200, 2L), (answer.RoadDistanceCount, answer.Version)));
    }

    [Fact]
    public async Task Refuses_who_has_seen_another_version()
    {
        var id = (await host.Created()).ClinicId;

        await host.Refuses(ListingHost.Admin, "version-mismatch", (rpc, options) =>
        {
            options.Headers!.Add("if-match", "\"7\"");
            return Call(rpc, Distances(id), options);
        }, isLogged: false);
    }

    [Fact]
    public async Task Another_regions_clinic_is_not_there()
    {
        var id = (await host.Created()).ClinicId;

        await host.Refuses(ListingHost.OtherRegion, Refusal.NotFound,
            (rpc, options) => Call(rpc, Distances(id, ("65224", 1)), options), isLogged: false);
    }

    [Fact]
    public Task Tells_all_that_is_wrong_at_once() => host.RefusesInput(
        [
            "clinicId hsa-id-format", "distances[0].postalCode postal-code-format", "distances[0].meters out-of-range",
            "distances[1].postalCode required", "distances[3].postalCode twice", "distances[3].meters out-of-range",
        ],
        (rpc, options) => Call(
            rpc, Distances("", ("Karlstad", -1), ("", 1), ("65224", 1), ("652 24", 2_000_001)), options),
        isLogged: false);

    [Fact]
    public Task Refuses_more_than_it_takes() => host.RefusesInput(
        ["distances too-many"],
        (rpc, options) => Call(
            rpc, Distances(
                ClinicStory.NewId(), [.. Enumerable.Range(0, 5_001).Select(i => ($"{60000 + i}", i))]), options),
        isLogged: false);

    [Fact]
    public Task Lets_in_only_administrators() => host.LetsInOnly(
        ["listing-admin"], (rpc, options) => Call(rpc, Distances(ClinicStory.NewId()), options));

    private static Proto.PutRoadDistancesRequest Distances(
        string id, params (string PostalCode, int Meters)[] distances)
    {
        var request = new Proto.PutRoadDistancesRequest { ClinicId = id };
        request.Distances.AddRange(distances.Select(one => new Proto.RoadDistance
        {
            PostalCode = one.PostalCode,
            Meters = one.Meters,
        }));
        return request;
    }

    private static async Task Call(CallInvoker rpc, Proto.PutRoadDistancesRequest ask, CallOptions options) =>
        await new Proto.ClinicService.ClinicServiceClient(rpc).PutRoadDistancesAsync(ask, options);
}
