using System.Text.Json.Nodes;
using NaraVard.Conventions.Tests.Running;
using NaraVard.Testing;

namespace NaraVard.Conventions.Tests.Rows;

/// <summary>Capitation's RPCs.</summary>
internal static class CapitationRows
{
    private static readonly TestUser[] Others = [CapitationStory.Stranger];

    public static readonly IReadOnlyList<Row> All =
    [
        Own("CreatePackage", "packageId", _ => Task.FromResult(CapitationStory.Draft(CapitationStory.NewMonth())))
            with
            {
                Existing = async suite =>
                {
                    var draft = CapitationStory.Draft(CapitationStory.NewMonth());
                    await CapitationStory.Put(suite, draft);
                    return draft;
                },
                StrangersGet = "package-id-taken",
            },
        Own("PublishPackage", "packageId", suite => CapitationStory.Put(suite)),
        Own("GetPackage", "packageId", suite => CapitationStory.Put(suite)),
        List("ListPackages", """{"limit": 5, "page": 1, "inForceOn": "2001-05-01"}""",
            suite => CapitationStory.InForce(suite)),
        Own("ComparePackages", "beforeId", async suite =>
        {
            var package = (await CapitationStory.Put(suite))["packageId"]!;
            return new() { ["beforeId"] = package.DeepClone(), ["afterId"] = package.DeepClone() };
        }),
        Own("StartCapitationRun", "runId", suite => CapitationStory.InForce(suite)) with
        {
            Existing = CapitationStory.Computed, StrangersGet = "run-id-taken",
        },
        Own("GetCapitationRun", "runId", Run),
        List("ListCapitationRuns", """{"limit": 5, "page": 1}""", CapitationStory.Computed),
        Own("ListCapitationLines", "runId", async suite => (await Run(suite)).With("limit", 5).With("page", 1)),
        Own("SignCapitationRun", "runId", Run) with { Caller = CapitationStory.Bo },
        Own("ComparePayments", "runId", async suite =>
        {
            var run = await Run(suite);
            return run.With("withRunId", run["runId"]);
        }),
        new("CapitationService/DeliverFigures", CapitationStory.Anna, async suite =>
        {
            await CapitationStory.Clinic(suite);
            return Json(
                """
                {"figures": [
                  {"unit": "SE9900000176-PAID", "month": "2026-10", "measure": "acg-points", "value": "12.5"}
                ]}
                """);
        }),
    ];

    private static async Task<JsonObject> Run(RunningSuite suite) =>
        CapitationStory.Only(await CapitationStory.Computed(suite), "runId");

    private static Row Own(string rpc, string id, Func<RunningSuite, Task<JsonObject>> request) =>
        new($"CapitationService/{rpc}", CapitationStory.Anna, request) { Strangers = Others, IdField = id };

    /// <summary>Everybody gets one's own: strangers are answered, without anything of what is not theirs.</summary>
    private static Row List(string rpc, string request, Func<RunningSuite, Task> before) =>
        new($"CapitationService/{rpc}", CapitationStory.Anna, async suite =>
        {
            await before(suite);
            return Json(request);
        })
        { Strangers = Others, StrangersGet = "" };

    private static JsonObject Json(string json) => JsonNode.Parse(json)!.AsObject();
}
