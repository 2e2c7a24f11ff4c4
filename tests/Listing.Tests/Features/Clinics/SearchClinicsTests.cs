using Grpc.Core;

namespace NaraVard.Listing.Tests.Features.Clinics;

[Collection(OneListing.Name)]
public sealed class SearchClinicsTests(ListingHost host)
{
    /// <summary>In the forest, so that no other test's clinic is near.</summary>
    private static readonly Proto.Position Home = new() { Latitude = 60.8, Longitude = 12.8 };

    [Fact]
    public async Task L16_Finds_who_is_open_on_Sunday_at_ten_within_30_km_with_child_health_and_the_language()
    {
        var sunday = ClinicStory.At(11, 22, 9);
        var right = await Near(0.1);
        await Near(0.05, profile => profile.Services.Remove(Proto.ClinicOffering.ChildHealth));
        await Near(0.05, profile => profile.Languages.Clear());
        await Near(0.05, profile => profile.Hours.Ordinary[0] = "1-6#08:00#17:00#");
        await Near(0.05, profile => profile.Hours.Ordinary[0] = "7#10:01#14:00#");
        await Near(0.4);

        var found = await Search(new()
        {
            Services = { Proto.ClinicOffering.ChildHealth },
            Language = "fi",
            OpenAt = sunday,
            Near = Home,
            WithinKm = 30,
        });

        var clinic = Assert.Single(found);
        Assert.Equal((right, true, null), (clinic.Clinic.ClinicId, clinic.IsOpen, clinic.OpensAt));
        Assert.Equal(11.1, clinic.DistanceKm);
    }

    [Fact]
    public async Task Shows_the_nearest_first_and_says_when_the_closed_open()
    {
        var place = new Proto.Position { Latitude = 61.9, Longitude = 12.9 };
        var far = await At(place, 0.2, profile => profile.Hours.Ordinary[0] = "1-5#08:00#17:00#");
        var near = await At(place, 0.1, profile => profile.Hours.Ordinary[0] = "7#10:00#14:00#Helgöppet");

        var found = await Search(new() { Near = place, WithinKm = 30 });

        Assert.Equal([near, far], found.Select(one => one.Clinic.ClinicId));
        Assert.Equal([false, true], found.Select(one => one.IsOpen));
        Assert.Equal(ClinicStory.At(11, 22, 9), found[0].OpensAt);
    }

    [Fact]
    public async Task Asks_for_a_contract_that_applies_on_the_day_and_for_a_kind()
    {
        var place = new Proto.Position { Latitude = 60.2, Longitude = 12.1 };
        var right = await At(place, 0, profile => profile.Kind = Proto.ClinicKind.CottageHospital);
        await At(place, 0);
        await At(place, 0, profile =>
        {
            profile.Kind = Proto.ClinicKind.CottageHospital;
            profile.Agreements[0].To = "2026-11-19";
        });

        var found = await Search(new()
        {
            Near = place,
            WithinKm = 1,
            ListingType = Proto.ListingType.PrimaryCare,
            Kinds = { Proto.ClinicKind.CottageHospital },
        });

        Assert.Equal(right, Assert.Single(found).Clinic.ClinicId);
    }

    [Fact]
    public async Task Finds_who_receives_the_age_and_has_a_page_where_people_book()
    {
        var place = new Proto.Position { Latitude = 61.2, Longitude = 12.5 };
        var right = await At(place, 0, profile => (profile.YoungestAgeYears, profile.OldestAgeYears) = (0, 17));
        await At(place, 0, profile => profile.YoungestAgeYears = 18);
        await At(place, 0, profile => profile.BookingLink = "");

        var found = await Search(new() { Near = place, WithinKm = 1, AgeYears = 17, HasBookingLink = true });

        var profile = Assert.Single(found).Clinic.Profile;
        Assert.Equal((right, "https://kronoparken.example.se/boka", true, 17),
            (found[0].Clinic.ClinicId, profile.BookingLink, profile.HasYoungestAgeYears, profile.OldestAgeYears));
    }

    [Fact]
    public async Task A_clinic_that_closes_tomorrow_is_found_today_and_says_no_opening()
    {
        var place = new Proto.Position { Latitude = 60.5, Longitude = 13.9 };
        var closing = await At(place, 0);
        await host.Clinics.CloseClinicAsync(new()
        {
            ClinicId = closing,
            ClosedFrom = "2026-11-21",
            Reason = Proto.ClosureReason.OwnerCloses,
        });

        var found = Assert.Single(await Search(new() { Near = place, WithinKm = 1 }));

        Assert.Equal((closing, "2026-11-21", false, null),
            (found.Clinic.ClinicId, found.Clinic.ClosedFrom, found.IsOpen, found.OpensAt));
        Assert.Empty(await Search(new() { Near = place, WithinKm = 1, OpenAt = ClinicStory.At(11, 22, 9) }));
    }

    [Fact]
    public async Task Measures_by_road_where_that_is_known_and_says_which()
    {
        var place = new Proto.Position { Latitude = 61.5, Longitude = 13.2 };
        var (across, around) = (await At(place, 0.05), await At(place, 0.1));
        await host.Clinics.PutRoadDistancesAsync(new()
        {
            ClinicId = across,
            Distances = { new Proto.RoadDistance { PostalCode = "78051", Meters = 28_440 } },
        });

        var both = await Search(new() { Near = place, NearPostalCode = "780 51", WithinKm = 30 });
        var close = await Search(new() { Near = place, NearPostalCode = "78051", WithinKm = 28 });
        var roads = await Search(new() { NearPostalCode = "78051", WithinKm = 30 });

        Assert.Equal(
            [(around, 11.1, Proto.DistanceMetric.GreatCircle), (across, 28.4, Proto.DistanceMetric.Road)],
            both.Select(one => (one.Clinic.ClinicId, one.DistanceKm, one.DistanceMetric)));
        Assert.Equal([around], close.Select(one => one.Clinic.ClinicId));
        Assert.Equal([across], roads.Select(one => one.Clinic.ClinicId));
    }

    [Fact]
    public async Task Leaves_out_the_closed_and_tells_what_holds_for_a_while()
    {
        var place = new Proto.Position { Latitude = 59.9, Longitude = 12.3 };
        var closed = await At(place, 0);
        await host.Clinics.CloseClinicAsync(new()
        {
            ClinicId = closed,
            ClosedFrom = "2026-11-20",
            Reason = Proto.ClosureReason.Bankruptcy,
        });
        await At(place, 0, profile => profile.Notices.Add(new Proto.TemporaryNotice
        {
            From = ClinicStory.At(11, 20, 6),
            To = ClinicStory.At(11, 20, 20),
            Text = "Stängt för utbildning.",
            IsClosed = true,
        }));

        var found = Assert.Single(await Search(new() { Near = place, WithinKm = 1 }));

        Assert.Equal((false, ClinicStory.At(11, 22, 9)), (found.IsOpen, found.OpensAt));
        Assert.Equal(["Stängt för utbildning."], found.Notices);
    }

    [Fact]
    public Task Tells_all_that_is_wrong_at_once() => host.RefusesInput(
        [
            "page out-of-range", "listingType unknown-code", "services[0] required", "kinds[0] unknown-code",
            "language malformed", "withinKm out-of-range", "ageYears out-of-range",
            "openAt out-of-range", "nearPostalCode postal-code-format",
        ],
        (rpc, options) => Call(rpc, new()
        {
            Page = -1,
            ListingType = (Proto.ListingType)9,
            Services = { Proto.ClinicOffering.Unspecified },
            Kinds = { (Proto.ClinicKind)9 },
            Language = "FI",
            WithinKm = 2001,
            AgeYears = -1,
            NearPostalCode = "Karlstad",
            OpenAt = new() { Seconds = 253_402_300_799 },
        }, options),
        isLogged: false);

    [Fact]
    public Task Refuses_a_distance_from_nowhere() => host.RefusesInput(
        ["near required"], (rpc, options) => Call(rpc, new() { WithinKm = 30 }, options), isLogged: false);

    [Fact]
    public Task Lets_in_only_those_who_list_people() => host.LetsInOnly(
        ["listing-admin", "clinician", "unit-manager", "partner"], (rpc, options) => Call(rpc, new(), options));

    private Task<string> Near(double degreesNorth, Action<Proto.ClinicProfile>? change = null) =>
        At(Home, degreesNorth, change);

    private async Task<string> At(
        Proto.Position place, double degreesNorth, Action<Proto.ClinicProfile>? change = null) =>
        (await host.Created(profile =>
        {
            profile.Position = new() { Latitude = place.Latitude + degreesNorth, Longitude = place.Longitude };
            profile.Hours.Ordinary[0] = "7#10:00#14:00#";
            change?.Invoke(profile);
        })).ClinicId;

    private async Task<IReadOnlyList<Proto.FoundClinic>> Search(Proto.SearchClinicsRequest ask)
    {
        var answer = await host.Clinics.SearchClinicsAsync(ask);
        Assert.Equal((answer.Clinics.Count, answer.Clinics.Count), (answer.Meta.Count, answer.Meta.TotalRecords));
        return answer.Clinics;
    }

    private static async Task Call(CallInvoker rpc, Proto.SearchClinicsRequest ask, CallOptions options) =>
        await new Proto.ClinicService.ClinicServiceClient(rpc).SearchClinicsAsync(ask, options);
}
