using System.Text.Json.Nodes;
using NaraVard.Conventions.Tests.Running;
using NaraVard.Platform.Identity;
using NaraVard.Testing;

namespace NaraVard.Conventions.Tests.Rows;

/// <summary>The RPCs of doctors.</summary>
internal static class DoctorRows
{
    private static readonly TestUser[] OtherRegions = [People.In(Roles.ListingAdmin, "region:18")];

    private static int count;

    public static readonly IReadOnlyList<Row> All =
    [
        new("DoctorService/PutDoctor", ChoiceStory.Admin, async suite => Post(await ChoiceStory.Clinic(suite))),
        new("DoctorService/ListDoctors", ChoiceStory.Admin, async suite => new()
        {
            ["clinicId"] = (await Doctor(suite))["clinicId"]!.DeepClone(),
            ["limit"] = 5, ["page"] = 1, ["left"] = false,
        }),
        new("DoctorService/ChooseDoctor", ChoiceStory.Partner, suite => Choice(suite))
        {
            Strangers = OtherRegions, IdField = "listingId",
        },
        new("DoctorService/EndDoctorContact", ChoiceStory.Partner,
            async suite => ChoiceStory.Id(await Chosen(suite), "listingId").With("guardianNumbers", new JsonArray()))
        {
            Strangers = OtherRegions, IdField = "listingId",
        },
        new("DoctorService/ListDoctorNeeds", ChoiceStory.Admin, async suite => new()
        {
            ["clinicId"] = (await ChoiceStory.Chosen(suite))["clinicId"]!.DeepClone(),
            ["withoutAny"] = true, ["limit"] = 5, ["page"] = 1,
        })
        {
            Strangers = OtherRegions, StrangersGet = "",
        },
    ];

    /// <summary>A doctor at a clinic; what was asked for.</summary>
    public static async Task<JsonObject> Doctor(
        RunningSuite suite, string? clinic = null, string member = "", JsonNode? value = null)
    {
        var post = Post(clinic ?? await ChoiceStory.Clinic(suite));
        if (member.Length > 0)
            post[member] = value;
        Assert.True((await Ask(suite, "PutDoctor", post, ChoiceStory.Admin)).IsDone);
        return post;
    }

    /// <summary>Somebody who is listed chooses a doctor of the clinic.</summary>
    public static async Task<JsonObject> Choice(RunningSuite suite, string member = "", JsonNode? value = null)
    {
        var listed = await ChoiceStory.Chosen(suite);
        var doctor = await Doctor(suite, listed["clinicId"]!.GetValue<string>(), member, value);
        return ChoiceStory.Id(listed, "listingId").With("doctorId", doctor["doctorId"]!.DeepClone())
            .With("guardianNumbers", new JsonArray());
    }

    public static Task<Answer> Ask(
        RunningSuite suite, string rpc, JsonObject request, TestUser? user = null, Way way = Way.JsonAtService)
    {
        var route = suite.Routes.Single(route => route.Name == $"DoctorService/{rpc}");
        return suite.Exchange.Send(suite.Exchange.Call(route, request, user ?? ChoiceStory.Partner), way);
    }

    private static async Task<JsonObject> Chosen(RunningSuite suite)
    {
        var choice = await Choice(suite);
        Assert.True((await Ask(suite, "ChooseDoctor", choice)).IsDone);
        return choice;
    }

    private static JsonObject Post(string clinic) => new()
    {
        ["clinicId"] = clinic,
        ["doctorId"] = $"SE2321000016-D{Interlocked.Increment(ref count):D4}",
        ["name"] = "Elsa Ek",
        ["kind"] = "DOCTOR_KIND_SPECIALIST",
        ["percent"] = 100,
        ["firstDay"] = "2020-01-01",
        ["lastDay"] = "",
        ["takesNew"] = true,
    };
}
