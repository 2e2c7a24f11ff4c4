using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using NaraVard.Conventions.Tests.Running;
using NaraVard.Platform.Identity;
using NaraVard.Testing;

namespace NaraVard.Conventions.Tests.Rows;

/// <summary>Brings persons and clinics, through the API, to where a test begins.</summary>
internal static class RegisterStory
{
    private static int count;

    public static TestUser Admin { get; } = People.In(Roles.ListingAdmin);

    /// <summary>Somebody in Karlstad, as the register tells it.</summary>
    public static JsonObject Person(RunningSuite suite, string? number = null)
    {
        number ??= suite.Numbers.Adult();
        suite.Witness.Remember(number, $"{number[..8]}-{number[8..]}", number[2..], suite.KeyOf(number));
        return JsonNode.Parse($$"""
            {"row": {"number": "{{number}}", "protection": "PROTECTION_NONE", "kommunCode": "1780",
             "postalCode": "65224", "position": {"latitude": 59.4, "longitude": 13.5} } }
            """)!.AsObject();
    }

    /// <summary>A reserve number in Värmland's form, each given out once.</summary>
    public static string Reserve() => new DateOnly(1950, 1, 1).AddDays(Interlocked.Increment(ref count))
        .ToString("yyyyMMdd", CultureInfo.InvariantCulture) + "SF3A";

    /// <summary>The number of somebody who is in the register.</summary>
    public static async Task<JsonObject> Registered(RunningSuite suite, string? number = null)
    {
        var person = Person(suite, number);
        await Done(suite, "PersonService/RegisterPerson", person);
        return new() { ["number"] = person["row"]!["number"]!.DeepClone() };
    }

    /// <summary>A reserve number and the number that replaces it.</summary>
    public static async Task<JsonObject> Merge(RunningSuite suite)
    {
        var old = await Registered(suite, Reserve());
        return new() { ["oldNumber"] = old["number"]!.DeepClone(), ["number"] = suite.Numbers.Adult() };
    }

    /// <summary>A whole file with one person.</summary>
    public static JsonObject Part(RunningSuite suite) => new()
    {
        ["importId"] = Guid.CreateVersion7().ToString(),
        ["offset"] = "0",
        ["content"] = Text($"number;kommunCode\n{suite.Numbers.Adult()};1780\n"),
        ["isLast"] = true,
    };

    /// <summary>Text as the bytes of a file.</summary>
    public static string Text(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>The id of an import that is there.</summary>
    public static async Task<JsonObject> Imported(RunningSuite suite)
    {
        var part = Part(suite);
        await Done(suite, "ImportService/AddImportPart", part);
        return new() { ["importId"] = part["importId"]!.DeepClone() };
    }

    /// <summary>A clinic of Karlstad.</summary>
    public static JsonObject Clinic() => JsonNode.Parse($$"""
        {
          "clinicId": "SE2321000016-C{{Interlocked.Increment(ref count)}}", "validFrom": "2026-01-01",
          "profile": {
            "name": "Kronoparkens vårdcentral {{count}}", "ownerForm": "OWNER_FORM_OWN",
            "kind": "CLINIC_KIND_HEALTH_CENTRE", "kommunCode": "1780", "position": {"latitude": 59.4, "longitude": 13.5}
          }
        }
        """)!.AsObject();

    /// <summary>A clinic that has been set up.</summary>
    public static async Task<JsonObject> Created(RunningSuite suite)
    {
        var clinic = Clinic();
        await Done(suite, "ClinicService/CreateClinic", clinic);
        return clinic;
    }

    /// <summary>A clinic that is closed for good.</summary>
    public static async Task<JsonObject> Closed(RunningSuite suite)
    {
        var clinic = await Created(suite);
        await Done(suite, "ClinicService/CloseClinic", Closing(clinic));
        return clinic;
    }

    /// <summary>What closes a clinic.</summary>
    public static JsonObject Closing(JsonObject clinic) => new()
    {
        ["clinicId"] = clinic["clinicId"]!.DeepClone(),
        ["closedFrom"] = "2026-11-20",
        ["reason"] = "CLOSURE_REASON_MERGED",
    };

    /// <summary>What an RPC answers the administrator, whatever it is.</summary>
    public static Task<Answer> Ask(RunningSuite suite, string rpc, JsonObject request, TestUser? user = null)
    {
        var route = suite.Routes.Single(route => route.Name == rpc);
        return suite.Exchange.Send(suite.Exchange.Call(route, request, user ?? Admin), Way.JsonAtGateway);
    }

    private static async Task Done(RunningSuite suite, string rpc, JsonObject request)
    {
        var answer = await Ask(suite, rpc, request);
        if (!answer.IsDone)
            throw new InvalidOperationException($"{rpc}: {answer} {answer.Text}");
    }
}
