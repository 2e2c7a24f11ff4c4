using System.Text.Json.Nodes;
using NaraVard.Conventions.Tests.Running;
using NaraVard.Platform.Identity;
using NaraVard.Testing;

namespace NaraVard.Conventions.Tests.Rows;

/// <summary>Brings times and bookings to where a test begins. Each is about somebody new and a new time.</summary>
internal static class BookingStory
{
    private const string Clinic = "SE2321000016-TIDER";

    public static TestUser Staff { get; } = People.In(Roles.UnitManager) with { Unit = Clinic };

    public static TestUser Partner { get; } = ChoiceStory.Partner;

    /// <summary>A published time in three days; its id.</summary>
    public static async Task<string> Time(RunningSuite suite, string facts = "")
    {
        var id = Guid.CreateVersion7();
        await suite.Databases["listing"].Execute(
            $"""
            insert into bookable_times (id, clinic, region, starts_at, minutes, resource, profession, form, errand,
                is_for_listed, day, part)
            values ('{id}', '{await OwnClinic(suite)}', '17', '2026-11-23 08:00Z', 30, '{id}', 1, 1, 1, false,
                '2026-11-23', 1);
            update bookable_times set minutes = 30 {(facts.Length > 0 ? ", " + facts : "")} where id = '{id}'
            """);
        return id.ToString();
    }

    /// <summary>What publishes a time at the own clinic.</summary>
    public static async Task<JsonObject> Row(RunningSuite suite)
    {
        await OwnClinic(suite);
        return new()
        {
            ["times"] = new JsonArray(new JsonObject
            {
                ["timeId"] = Guid.CreateVersion7().ToString(),
                ["startsAt"] = "2026-11-23T08:00:00Z",
                ["minutes"] = 30,
                ["resource"] = Guid.CreateVersion7().ToString(),
                ["profession"] = "PROFESSION_DOCTOR",
                ["form"] = "CONTACT_FORM_VISIT",
                ["errand"] = "ERRAND_NEW_PROBLEM",
                ["isForListed"] = false,
            }),
            ["withdrawnTimeIds"] = new JsonArray(await Time(suite)),
        };
    }

    /// <summary>What books a new time for somebody new.</summary>
    public static async Task<JsonObject> Ask(RunningSuite suite, string? time = null, string? person = null) => new()
    {
        ["bookingId"] = Guid.CreateVersion7().ToString(),
        ["timeId"] = time ?? await Time(suite),
        ["personNumber"] = person ?? await ChoiceStory.Person(suite),
        ["guardianNumbers"] = new JsonArray(),
        ["replacesBookingId"] = "",
    };

    /// <summary>A time has been booked; what was asked for.</summary>
    public static async Task<JsonObject> Booked(RunningSuite suite, JsonObject? ask = null)
    {
        ask ??= await Ask(suite);
        var answer = await Send(suite, "BookTime", ask);
        Assert.True(answer.IsDone, $"BookTime: {answer}");
        return ask;
    }

    /// <summary>What cancels a booking that has been made.</summary>
    public static async Task<JsonObject> Cancelling(
        RunningSuite suite, JsonObject? booked = null, string reason = "OWN_WISH") =>
        ChoiceStory.Id(booked ?? await Booked(suite), "bookingId").With("reason", $"CANCEL_REASON_{reason}");

    public static Task<Answer> Send(
        RunningSuite suite, string rpc, JsonObject request, TestUser? user = null, Way way = Way.JsonAtService)
    {
        var route = suite.Routes.Single(route => route.Name == $"BookingService/{rpc}");
        return suite.Exchange.Send(suite.Exchange.Call(route, request, user ?? Partner), way);
    }

    private static async Task<string> OwnClinic(RunningSuite suite)
    {
        await suite.Databases["listing"].Execute(
            $$"""
            insert into clinics (id, version) values ('{{Clinic}}', 1) on conflict do nothing;
            insert into clinic_versions (clinic_id, from_day, profile) values ('{{Clinic}}', '2020-01-01',
                '{"Name": "Vårdcentralen Gripen", "OwnerForm": "Own", "Kind": "HealthCentre", "KommunCode": "1780",
                  "Position": {"Latitude": 59.4, "Longitude": 13.5},
                  "Agreements": [{"Type": "PrimaryCare", "From": "2020-01-01", "To": null}]}')
            on conflict do nothing
            """);
        return Clinic;
    }
}
