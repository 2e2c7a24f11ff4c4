using System.Globalization;
using System.Text.Json.Nodes;
using NaraVard.Conventions.Tests.Running;
using NaraVard.Platform.Identity;
using NaraVard.Testing;

namespace NaraVard.Conventions.Tests.Rows;

/// <summary>
/// Brings a payment, through the API, to where a test begins. Each story has a month of its own, and a package that is
/// in force in that month alone; a fixed month is the same story whenever it is told.
/// </summary>
internal static class CapitationStory
{
    public static readonly TestUser Anna = People.In(Roles.ListingAdmin);

    public static readonly TestUser Bo = Anna with { Subject = "u-bo", HsaId = "SE9900000176-102", Name = "Bo Ek" };

    public static readonly TestUser Stranger = Anna with { Organization = "region:18" };

    private const string Unit = """{"code": "fast", "perUnit": {"price": {"kronor": "1000", "per": 1}}}""";
    private static readonly DateOnly First = new(2001, 1, 1);
    private static int months;

    /// <summary>What puts a package for a month.</summary>
    public static JsonObject Draft(DateOnly month, string components = Unit, string frame = "") => JsonNode.Parse(
        $$"""
        {
          "packageId": "{{Guid.CreateVersion7()}}", "choiceSystem": "CHOICE_SYSTEM_PRIMARY_CARE", "name": "Hälsoval",
          "fromDay": "{{month:O}}", "toDay": "{{month.AddMonths(1).AddDays(-1):O}}",
          "content": {
            "requirements": [
              {"code": "sip", "area": "REQUIREMENT_AREA_DISCHARGE_AND_SIP", "text": "Deltar i SIP.",
                "part": "ASSIGNMENT_PART_PRIMARY_CARE_TASK"},
              {"code": "utrustning", "area": "REQUIREMENT_AREA_PREMISES", "text": "Har EKG.",
                "part": "ASSIGNMENT_PART_BASIC_CONDITIONS"}
            ],
            "followUps": [
              {"code": "sip", "text": "SIP", "part": "ASSIGNMENT_PART_PRIMARY_CARE_TASK"},
              {"code": "utrustning", "text": "Utrustning", "part": "ASSIGNMENT_PART_BASIC_CONDITIONS"}
            ],
            "declareBy": "{{month.AddMonths(1):O}}",
            "paymentModel": {
              "framePerMonth": "{{frame}}", "listingDay": "LISTING_DAY_LAST_OF_PREVIOUS_MONTH",
              "components": [{{components}}]
            }
          }
        }
        """)!.AsObject();

    public static DateOnly NewMonth() => First.AddMonths(Interlocked.Increment(ref months));

    /// <summary>A draft has been put; only its id.</summary>
    public static async Task<JsonObject> Put(RunningSuite suite, JsonObject? draft = null)
    {
        draft ??= Draft(NewMonth());
        await Done(suite, "CreatePackage", Anna, draft);
        return Only(draft, "packageId");
    }

    /// <summary>A package is in force in a month; what computes the month.</summary>
    public static async Task<JsonObject> InForce(
        RunningSuite suite, DateOnly? fixedMonth = null, string components = Unit, string frame = "")
    {
        var month = fixedMonth ?? NewMonth();
        var draft = Draft(month, components, frame);
        if (fixedMonth is { } day)
            draft["packageId"] = $"00000000-0000-7000-8000-{day:yyyyMMdd}0000";
        await Put(suite, draft);
        await Publish(suite, draft);
        return Order(month);
    }

    /// <summary>A draft that has been put is in force in its month.</summary>
    public static Task Publish(RunningSuite suite, JsonObject draft) =>
        Done(suite, "PublishPackage", Anna, Only(draft, "packageId"));

    public static JsonObject Order(DateOnly month) => new()
    {
        ["runId"] = Guid.CreateVersion7().ToString(),
        ["choiceSystem"] = "CHOICE_SYSTEM_PRIMARY_CARE",
        ["month"] = month.ToString("yyyy-MM", CultureInfo.InvariantCulture),
    };

    /// <summary>A month has been computed; what was ordered.</summary>
    public static async Task<JsonObject> Computed(RunningSuite suite)
    {
        var order = await InForce(suite);
        await Done(suite, "StartCapitationRun", Anna, order);
        return order;
    }

    /// <summary>A month has been signed off by Bo; what was ordered.</summary>
    public static async Task<JsonObject> Signed(RunningSuite suite)
    {
        var order = await Computed(suite);
        await Done(suite, "SignCapitationRun", Bo, Only(order, "runId"));
        return order;
    }

    public static JsonObject Only(JsonObject from, string field) => new() { [field] = from[field]!.DeepClone() };

    /// <summary>A clinic that is to be paid.</summary>
    public static Task Clinic(RunningSuite suite) => suite.Databases["listing"].Execute(
        """
        insert into clinics (id, version) values ('SE9900000176-PAID', 1) on conflict do nothing;
        insert into clinic_versions (clinic_id, from_day, profile) values ('SE9900000176-PAID', '2000-01-01',
            '{"Name": "Gripen", "OwnerForm": "Own", "Kind": "HealthCentre", "KommunCode": "1780",
              "Position": {"Latitude": 59.4, "Longitude": 13.5},
              "Agreements": [{"Type": "PrimaryCare", "From": "2000-01-01", "To": null}]}')
            on conflict do nothing;
        """);

    private static async Task Done(RunningSuite suite, string rpc, TestUser user, JsonObject request)
    {
        var route = suite.Routes.Single(route => route.Name == $"CapitationService/{rpc}");
        var answer = await suite.Exchange.Send(suite.Exchange.Call(route, request, user), Way.JsonAtService);
        Assert.True(answer.IsDone, $"{rpc}: {answer} {answer.Text}");
    }
}
