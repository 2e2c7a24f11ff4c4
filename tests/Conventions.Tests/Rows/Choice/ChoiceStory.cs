using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NaraVard.Conventions.Tests.Running;
using NaraVard.Identifiers.Persons;
using NaraVard.Platform.Identity;
using NaraVard.Platform.Persons;
using NaraVard.Testing;

namespace NaraVard.Conventions.Tests.Rows;

/// <summary>Brings a choice of clinic to where a test begins. Each is about somebody new at a new clinic.</summary>
internal static class ChoiceStory
{
    private static int count;

    public static TestUser Admin { get; } = People.In(Roles.ListingAdmin);

    public static TestUser Partner { get; } = People.In(Roles.Partner);

    /// <summary>Somebody's choice of a clinic of Karlstad.</summary>
    public static async Task<JsonObject> Choice(RunningSuite suite, string? clinic = null) => new()
    {
        ["listingId"] = Guid.CreateVersion7().ToString(),
        ["personNumber"] = await Person(suite),
        ["type"] = "LISTING_TYPE_PRIMARY_CARE",
        ["clinicId"] = clinic ?? await Clinic(suite),
        ["guardianNumbers"] = new JsonArray(),
        ["reason"] = "CHANGE_REASON_OWN_WISH",
        ["kind"] = "LISTING_KIND_ACTIVE",
        ["mayQueue"] = true,
        ["hasTransitionalTreatment"] = false,
    };

    /// <summary>Somebody has chosen; what was asked for.</summary>
    public static async Task<JsonObject> Chosen(RunningSuite suite, JsonObject? choice = null)
    {
        choice ??= await Choice(suite);
        await Done(suite, "ChooseClinic", Partner, choice);
        return choice;
    }

    /// <summary>Somebody is listed; only the id.</summary>
    public static async Task<JsonObject> Listed(RunningSuite suite) => Id(await Chosen(suite), "listingId");

    /// <summary>Somebody waits at a full clinic; what was asked for.</summary>
    public static async Task<JsonObject> Queued(RunningSuite suite)
    {
        var clinic = await Full(suite);
        return await Chosen(suite, await Choice(suite, clinic));
    }

    /// <summary>A clinic with one place, which is taken.</summary>
    public static async Task<string> Full(RunningSuite suite)
    {
        var ceiling = await Decided(suite);
        var clinic = ceiling["clinicId"]!.GetValue<string>();
        await Chosen(suite, await Choice(suite, clinic));
        return clinic;
    }

    /// <summary>A decision on a ceiling of one.</summary>
    public static async Task<JsonObject> Decision(RunningSuite suite, string? clinic = null) => new()
    {
        ["ceilingId"] = Guid.CreateVersion7().ToString(),
        ["clinicId"] = clinic ?? await Clinic(suite),
        ["type"] = "LISTING_TYPE_PRIMARY_CARE",
        ["listedMax"] = 1,
        ["fromDay"] = "2026-11-20",
        ["toDay"] = "2027-05-19",
        ["decisionReference"] = "HSN 2026/1234",
    };

    /// <summary>A ceiling that has been decided; what was asked for.</summary>
    public static async Task<JsonObject> Decided(RunningSuite suite)
    {
        var decision = await Decision(suite);
        await Done(suite, "DecideCeiling", Admin, decision);
        return decision;
    }

    /// <summary>Only the member that names it.</summary>
    public static JsonObject Id(JsonObject asked, string name) => new() { [name] = asked[name]!.DeepClone() };

    /// <summary>Somebody in the register; the number.</summary>
    public static async Task<string> Person(RunningSuite suite, bool isChild = false, string facts = "")
    {
        var number = isChild ? suite.Numbers.Child() : suite.Numbers.Adult();
        var parsed = NationalNumber.Parse(number, new(2026, 11, 20));
        suite.Witness.Remember(number, $"{number[..8]}-{number[8..]}", number[2..], suite.KeyOf(number));
        var vault = suite.Services.Services.GetRequiredService<NumberVault>();
        await suite.Databases["listing"].Execute(
            $"""
            insert into persons (key, number_kind, sealed_number, region, version, birth_date, protection, kommun_code,
                registered_from, social_facts, is_test, imports)
            values ('{suite.KeyOf(number)}', 1, '\x{Convert.ToHexString(vault.Seal(parsed.RevealWithOid()))}', '17', 1,
                '{(isChild ? new DateOnly(2018, 1, 1) : parsed.BirthDate()):O}', 1, '1780',
                '2000-01-01', 0, false, array[]::uuid[]);
            update persons set version = 1 {(facts.Length > 0 ? ", " + facts : "")} where key = '{suite.KeyOf(number)}'
            """);
        return number;
    }

    /// <summary>A clinic of Karlstad that takes people for a type of care until a day; its id.</summary>
    public static async Task<string> Clinic(RunningSuite suite, string to = "2030-12-31", string type = "PrimaryCare")
    {
        var id = $"SE2321000016-V{Interlocked.Increment(ref count):D4}";
        var agreement = $$"""{"Type": "{{type}}", "From": "2020-01-01", "To": "{{to}}"}""";
        await suite.Databases["listing"].Execute(
            $$"""
            insert into clinics (id, version) values ('{{id}}', 1);
            insert into clinic_versions (clinic_id, from_day, profile) values ('{{id}}', '2020-01-01',
                '{"Name": "Vårdcentralen Gripen", "OwnerForm": "Own", "Kind": "HealthCentre", "KommunCode": "1780",
                  "Position": {"Latitude": 59.4, "Longitude": 13.5}, "Agreements": [{{agreement}}]}')
            """);
        return id;
    }

    public static async Task Done(RunningSuite suite, string rpc, TestUser user, JsonObject request)
    {
        var answer = await Ask(suite, rpc, user, request);
        Assert.True(answer.IsDone, $"{rpc}: {answer}");
    }

    public static Task<Answer> Ask(
        RunningSuite suite, string rpc, TestUser user, JsonObject request, Way way = Way.JsonAtService)
    {
        var route = suite.Routes.Single(route => route.Name == $"ListingService/{rpc}");
        return suite.Exchange.Send(suite.Exchange.Call(route, request, user), way);
    }
}
