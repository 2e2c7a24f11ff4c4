using System.Text.Json.Nodes;
using NaraVard.Conventions.Tests.Running;
using NaraVard.Testing;

namespace NaraVard.Conventions.Tests.Rows;

/// <summary>Examinations of somebody new, at a new clinic, as a partner system tells them.</summary>
internal static class DentalStory
{
    /// <summary>An examination that was made.</summary>
    public static async Task<JsonObject> Made(RunningSuite suite) => new()
    {
        ["examinationId"] = Guid.CreateVersion7().ToString(),
        ["personNumber"] = await ChoiceStory.Person(suite),
        ["clinicId"] = await ChoiceStory.Clinic(suite, type: "Dental"),
        ["day"] = "2026-11-18",
        ["cariesRisk"] = "RISK_GROUP_LOW",
        ["periodontalRisk"] = "RISK_GROUP_MODERATE",
    };

    /// <summary>One that has been recorded; what was asked for.</summary>
    public static async Task<JsonObject> Recorded(RunningSuite suite)
    {
        var made = await Made(suite);
        Assert.True((await Ask(suite, "RecordExamination", made)).IsDone);
        return made;
    }

    /// <summary>What it should have said.</summary>
    public static async Task<JsonObject> Correction(RunningSuite suite) =>
        ChoiceStory.Id(await Recorded(suite), "examinationId")
            .With("day", "2026-11-17").With("cariesRisk", "RISK_GROUP_HIGH")
            .With("periodontalRisk", "RISK_GROUP_LOW").With("reason", "Fel dag");

    public static Task<Answer> Ask(
        RunningSuite suite, string rpc, JsonObject request, TestUser? user = null, Way way = Way.JsonAtService)
    {
        var route = suite.Routes.Single(route => route.Name == $"DentalService/{rpc}");
        return suite.Exchange.Send(suite.Exchange.Call(route, request, user ?? ChoiceStory.Partner), way);
    }
}
