using System.Text.Json.Nodes;
using NaraVard.Conventions.Tests.Running;
using NaraVard.Testing;
using static NaraVard.Conventions.Tests.Rows.CapitationStory;

namespace NaraVard.Conventions.Tests.Rows;

/// <summary>For each stable code of capitation's rules, a request that is refused with it, as JSON.</summary>
internal sealed class CapitationErrorRows(RunningSuite suite)
{
    private const string Figure =
        """{"code": "acg", "perFigure": {"measure": "acg-points", "price": {"kronor": "1", "per": 1}}}""";

    private const string Costly = """{"code": "fast", "perUnit": {"price": {"kronor": "1000", "per": 1}}}""";

    private const string Geography =
        """
        {"code": "geografi", "geography": {"pot": {"kronor": "1", "per": 1}, "abovePoints": "9",
          "scales": [{"measure": "geo-hospital", "maxPoints": "6"}], "pointsOf": ["listning"]}}
        """;

    private const string Listed =
        """
        {"code": "listning", "perPerson": {
          "ageKind": 1, "bands": [{"points": "1"}], "price": {"kronor": "1", "per": 1}}}
        """;

    private const string ByFigure = """{"code": "rest", "perFigure": {"measure": "geo-none", "absentIsZero": true}}""";

    /// <summary>Every code, and how to get it.</summary>
    public IReadOnlyDictionary<string, Func<Task<Answer>>> All => new Dictionary<string, Func<Task<Answer>>>
    {
        ["package-id-taken"] = async () =>
        {
            var draft = Draft(NewMonth());
            await Put(suite, draft);
            return await Ask("CreatePackage", draft.With("name", "Annat"));
        },
        ["package-begins-same-day"] = async () =>
        {
            var month = NewMonth();
            await InForce(suite, month);
            return await Ask("PublishPackage", await Put(suite, Draft(month)));
        },
        ["no-package-in-force"] = () => Ask("StartCapitationRun", Order(new(2000, 6, 1))),
        ["day-not-over"] = async () => await Ask("StartCapitationRun", await InForce(suite, new(2030, 1, 1))),
        ["run-id-taken"] = async () =>
            await Ask("StartCapitationRun", (await Computed(suite)).With("month", "2000-01")),
        ["month-is-final"] = async () =>
            await Ask("StartCapitationRun", (await Signed(suite)).With("runId", $"{Guid.CreateVersion7()}")),
        ["nothing-to-correct"] = async () => await Ask(
            "StartCapitationRun", (await InForce(suite)).With("correctsRunId", $"{Guid.CreateVersion7()}")),
        ["signed-by-same"] = async () => await Ask("SignCapitationRun", Only(await Computed(suite), "runId"), Anna),
        ["signer-missing"] = async () => await Ask(
            "SignCapitationRun", Only(await Computed(suite), "runId"),
            TestUser.System("er-system", [.. Anna.Roles]) with { Organization = Anna.Organization }),
        ["figures-missing"] = () => Compute(2, Figure),
        ["figures-out-of-range"] = async () =>
        {
            await Clinic(suite);
            await Ask("DeliverFigures", JsonNode.Parse(
                """
                {"figures": [
                  {"unit": "SE9900000176-PAID", "month": "2000-03", "measure": "geo-hospital", "value": "7"}
                ]}
                """)!.AsObject());
            return await Compute(3, $"{Listed}, {Geography}");
        },
        ["frame-without-points"] = () => Compute(4, ByFigure, "1000000"),
        ["frame-exceeded"] = () => Compute(5, $"{Costly}, {ByFigure}", "1"),
    };

    private async Task<Answer> Compute(int month, string components, string frame = "")
    {
        await Clinic(suite);
        return await Ask("StartCapitationRun", await InForce(suite, new(2000, month, 1), components, frame));
    }

    private async Task<Answer> Ask(string rpc, JsonObject request, TestUser? user = null)
    {
        var route = suite.Routes.Single(route => route.Name == $"CapitationService/{rpc}");
        var call = suite.Exchange.Call(route, request, user ?? Table.Of(route).Caller);
        return await suite.Exchange.Send(call, Way.JsonAtGateway);
    }
}
