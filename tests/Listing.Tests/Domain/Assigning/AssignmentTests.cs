using NaraVard.Listing.Domain.Assigning;
using NaraVard.Listing.Domain.Choice;
using NaraVard.Listing.Domain.Places;

namespace NaraVard.Listing.Tests.Domain.Assigning;

/// <summary>Karlstad and around: Kronoparken is 3 km off, Hammarö 7 km, Kil 16 km.</summary>
public sealed class AssignmentTests
{
    private static readonly Position Kronoparken = new(59.405, 13.53);
    private static readonly Position Hammaro = new(59.32, 13.52);
    private static readonly Position Kil = new(59.50, 13.31);

    private static readonly Candidate[] Map =
    [
        At("SE-KIL", Kil, "1715"), At("SE-HAMMARO", Hammaro, "1761"), At("SE-KRONOPARKEN", Kronoparken, "1780"),
    ];

    [Fact]
    public void Who_has_not_chosen_comes_to_the_nearest_and_is_told_why()
    {
        var found = Find(Map, "halland");

        Assert.Equal(("SE-KRONOPARKEN", ListingKind.Passive), (found!.Clinic, found.Kind));
        Assert.Matches("^nearest [0-9]+ m great-circle$", found.Because);
    }

    [Fact]
    public void Halland_passes_over_clinics_with_a_ceiling_and_others_those_that_are_full()
    {
        var map = Map.Select(one => one with { HasCeiling = one.Clinic.Id == "SE-KRONOPARKEN" }).ToArray();
        var full = map.Select(one => one with { HasRoom = !one.HasCeiling }).ToArray();

        Assert.Equal("SE-HAMMARO", Find(map, "halland")!.Clinic);
        Assert.Equal("SE-KRONOPARKEN", Find(map, "stockholm")!.Clinic);
        Assert.Equal("SE-HAMMARO", Find(full, "stockholm")!.Clinic);
    }

    [Fact]
    public void Vastra_Gotaland_stays_within_the_kommun_where_it_has_a_clinic()
    {
        var person = A.Adult() with { KommunCode = "1715" };
        var elsewhere = A.Adult() with { KommunCode = "1730" };

        Assert.Equal("SE-KIL", Find(Map, "vastra-gotaland", person)!.Clinic);
        Assert.Matches("^nearest-in-kommun [0-9]+ m great-circle$", Find(Map, "vastra-gotaland", person)!.Because);
        Assert.Equal("SE-KRONOPARKEN", Find(Map, "vastra-gotaland", elsewhere)!.Clinic);
        Assert.Equal("SE-KRONOPARKEN", Find(Map, "halland", person)!.Clinic);
    }

    [Fact]
    public void At_equal_distance_fewer_listed_decide_and_then_the_id()
    {
        Candidate[] crowded = [At("SE-A", Kil) with { Listed = 9 }, At("SE-C", Kil), At("SE-B", Kil)];

        Assert.Equal("SE-B", Find(crowded, "halland")!.Clinic);
    }

    [Fact]
    public void Nobody_comes_unasked_where_only_those_who_choose_are_taken()
    {
        var map = Map.Select(one =>
            one with { Clinic = one.Clinic with { TakesUnasked = one.Clinic.Id == "SE-KIL" } }).ToArray();

        Assert.Equal("SE-KIL", Find(map, "halland")!.Clinic);
    }

    [Fact]
    public void Who_is_protected_is_never_placed_by_proximity()
    {
        var hidden = A.Adult() with { IsProtected = true };

        Assert.Null(Find(Map, "halland", hidden));
        Assert.Null(Find(Map, "halland", A.Adult() with { Position = null }));
    }

    [Fact]
    public void A_newborn_comes_to_a_guardians_clinic_where_the_region_says_so()
    {
        var child = A.Child(A.Today, 2);

        Assert.Equal(
            new("SE-KIL", ListingKind.Newborn, "guardians-clinic"),
            Assignment.Find(child, ListingKind.Newborn, ["SE-GONE", "SE-KIL"], Map, Profile.Of("halland").Assignment,
                Home(child)));
        Assert.Equal("SE-KRONOPARKEN", Assignment.Find(
            child, ListingKind.Newborn, ["SE-KIL"], Map, Profile.Of("stockholm").Assignment, Home(child))!.Clinic);
        Assert.Equal("SE-KIL", Assignment.Find(
            child with { IsProtected = true }, ListingKind.Newborn, ["SE-KIL"], Map,
            Profile.Of("halland").Assignment, Home(child))!.Clinic);
    }

    /// <summary>Hammarö lies across the water: 7 km as the crow flies, 31 on the road around.</summary>
    [Fact]
    public void Where_the_region_has_measured_the_roads_they_decide_and_the_reason_says_so()
    {
        var south = A.Adult() with { Position = new(59.35, 13.44) };
        var roads = new Dictionary<string, int> { ["SE-KRONOPARKEN"] = 9_400, ["SE-HAMMARO"] = 31_000 };

        Assert.Equal("SE-HAMMARO", Find(Map, "halland", south)!.Clinic);
        Assert.Equal(
            new("SE-KRONOPARKEN", ListingKind.Passive, "nearest 9400 m by-road"), Find(Map, "halland", south, roads));
        Assert.Equal(
            new("SE-HAMMARO", ListingKind.Passive, "nearest-in-kommun 31000 m by-road"),
            Find(Map, "vastra-gotaland", south with { KommunCode = "1761" }, roads));
    }

    [Fact]
    public void A_clinic_that_the_matrix_does_not_name_is_farther_than_those_it_does()
    {
        var roads = new Dictionary<string, int> { ["SE-KIL"] = 24_000 };

        Assert.Equal("nearest 24000 m by-road", Find(Map, "halland", roads: roads)!.Because);
        Assert.Matches("^nearest-in-kommun [0-9]+ m great-circle$", Find(
            Map, "vastra-gotaland", roads: roads)!.Because);
    }

    [Fact]
    public void With_roads_from_the_postal_code_no_position_is_needed_and_who_is_protected_is_still_not_placed()
    {
        var roads = new Dictionary<string, int> { ["SE-KIL"] = 24_000, ["SE-HAMMARO"] = 24_000 };
        var nowhere = A.Adult() with { Position = null };

        Assert.Equal("SE-HAMMARO", Find(Map, "halland", nowhere, roads)!.Clinic);
        Assert.Null(Find(Map, "halland", nowhere with { IsProtected = true }, roads));
    }

    private static Assignment? Find(
        Candidate[] map, string region, PersonFacts? person = null, Dictionary<string, int>? roads = null) =>
        Assignment.Find(
            person ?? A.Adult(), ListingKind.Passive, [], map, Profile.Of(region).Assignment,
            Home(person ?? A.Adult(), roads));

    private static Origin Home(PersonFacts person, Dictionary<string, int>? roads = null) =>
        new(person.Position, roads ?? []);

    private static Candidate At(string id, Position at, string kommun = "1780") =>
        new(A.Clinic(id, kommun, at), Listed: 0, HasCeiling: false, HasRoom: true);
}
