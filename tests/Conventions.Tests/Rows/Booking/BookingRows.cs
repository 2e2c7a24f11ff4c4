using System.Text.Json.Nodes;
using NaraVard.Platform.Identity;
using NaraVard.Testing;

namespace NaraVard.Conventions.Tests.Rows;

/// <summary>The RPCs of booking.</summary>
internal static class BookingRows
{
    private static readonly TestUser[] OtherRegions = [People.In(Roles.Partner, "region:18")];

    public static readonly IReadOnlyList<Row> All =
    [
        new("BookingService/PublishTimes", BookingStory.Staff, BookingStory.Row),
        new("BookingService/SearchTimes", BookingStory.Partner, async suite =>
        {
            await BookingStory.Time(suite);
            return new()
            {
                ["clinicIds"] = new JsonArray(BookingStory.Staff.Unit),
                ["professions"] = new JsonArray("PROFESSION_DOCTOR"),
                ["from"] = "2026-11-23T00:00:00Z", ["until"] = "2026-12-23T00:00:00Z", ["withWaits"] = true,
                ["limit"] = 5, ["page"] = 1,
            };
        })
        {
            Strangers = OtherRegions, StrangersGet = "",
        },
        new("BookingService/BookTime", BookingStory.Partner, suite => BookingStory.Ask(suite))
        {
            Existing = suite => BookingStory.Booked(suite), IdField = "bookingId",
            Strangers = OtherRegions, StrangersGet = "booking-id-taken",
        },
        new("BookingService/CancelBooking", BookingStory.Partner, suite => BookingStory.Cancelling(suite))
        {
            Strangers = [.. OtherRegions, BookingStory.Staff with { Unit = "SE2321000016-1A02" }],
            IdField = "bookingId",
        },
        new("BookingService/LookUpBookings", BookingStory.Partner,
            async suite => ChoiceStory.Id(await BookingStory.Booked(suite), "personNumber")),
        new("BookingService/ListBookingChanges", BookingStory.Staff, async suite =>
        {
            await BookingStory.Booked(suite);
            return new() { ["limit"] = 5 };
        })
        {
            Strangers = [People.In(Roles.ListingAdmin, "region:18")], StrangersGet = "",
        },
    ];
}
