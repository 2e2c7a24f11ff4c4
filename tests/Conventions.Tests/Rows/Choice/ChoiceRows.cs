using System.Text.Json.Nodes;
using NaraVard.Platform.Identity;
using NaraVard.Testing;

namespace NaraVard.Conventions.Tests.Rows;

/// <summary>The RPCs of choice of clinic and of ceilings.</summary>
internal static class ChoiceRows
{
    private static readonly TestUser[] OtherRegions = [People.In(Roles.ListingAdmin, "region:18")];

    public static readonly IReadOnlyList<Row> All =
    [
        new("ListingService/ChooseClinic", ChoiceStory.Partner, suite => ChoiceStory.Choice(suite))
        {
            Existing = suite => ChoiceStory.Chosen(suite), IdField = "listingId",
            Strangers = [People.In(Roles.Partner, "region:18")], StrangersGet = "listing-id-taken",
        },
        new("ListingService/GetListing", ChoiceStory.Partner, ChoiceStory.Listed)
        {
            Strangers = OtherRegions, IdField = "listingId",
        },
        new("ListingService/LookUpListings", ChoiceStory.Partner,
            async suite => ChoiceStory.Id(await ChoiceStory.Chosen(suite), "personNumber")),
        new("ListingService/EndListing", ChoiceStory.Admin,
            async suite => (await ChoiceStory.Listed(suite)).With("reason", "LISTING_END_REASON_ERROR_CORRECTION"))
        {
            Strangers = OtherRegions, IdField = "listingId",
        },
        new("ListingService/ListClinicListings", ChoiceStory.Admin, async suite => new()
        {
            ["clinicId"] = (await ChoiceStory.Chosen(suite))["clinicId"]!.DeepClone(),
            ["type"] = "LISTING_TYPE_PRIMARY_CARE", ["queued"] = false, ["limit"] = 5, ["page"] = 1,
        })
        {
            Strangers = OtherRegions, StrangersGet = "",
        },
        new("ListingService/ListListingChanges", ChoiceStory.Partner, async suite =>
        {
            await ChoiceStory.Listed(suite);
            return new() { ["limit"] = 5 };
        })
        {
            Strangers = OtherRegions, StrangersGet = "",
        },
        new("ListingService/ListUnassigned", ChoiceStory.Admin, _ => Just("""{"limit": 5, "page": 1}"""))
        {
            Strangers = OtherRegions, StrangersGet = "",
        },
        new("ListingService/DecideCeiling", ChoiceStory.Admin, suite => ChoiceStory.Decision(suite))
        {
            Existing = ChoiceStory.Decided, IdField = "ceilingId",
        },
        new("ListingService/GetCeiling", ChoiceStory.Admin,
            async suite => ChoiceStory.Id(await ChoiceStory.Decided(suite), "ceilingId")),
        new("ListingService/ReviseCeiling", ChoiceStory.Admin, async suite =>
            ChoiceStory.Id(await ChoiceStory.Decided(suite), "ceilingId")
                .With("listedMax", 2).With("toDay", "2027-01-31").With("decisionReference", "HSN 2026/1240")),
        new("ListingService/ListCeilings", ChoiceStory.Admin,
            _ => Just("""{"clinicId": "SE2321000016-V1", "limit": 5, "page": 1}""")),
    ];

    private static Task<JsonObject> Just(string json) => Task.FromResult(JsonNode.Parse(json)!.AsObject());
}
