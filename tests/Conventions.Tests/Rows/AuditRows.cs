using System.Text.Json.Nodes;
using NaraVard.Platform.Identity;
using NaraVard.Testing;

namespace NaraVard.Conventions.Tests.Rows;

/// <summary>The access log's own RPCs, which every service has.</summary>
internal static class AuditRows
{
    private static readonly TestUser Auditor = People.In(Roles.LogAuditor);
    private static readonly TestUser[] Others = [Auditor with { Organization = "region:18" }];

    public static readonly IReadOnlyList<Row> All =
    [
        new("AuditService/VerifyAccessLog", Auditor, _ => Asks(new()))
        {
            LookedUp = ["service"], AnyNumber = ["anchor.position"],
        },
        new("AuditService/ExtractAccessLog", Auditor, async suite =>
        {
            var ask = await HandoffStory.Sent(suite);
            return await Asks(new() { ["personNumber"] = ask["person"]!["number"]!.DeepClone() });
        })
        {
            Strangers = Others, StrangersGet = "", LookedUp = ["service"], AnyNumber = ["seed"],
        },
        new("AuditService/DrawSpotChecks", Auditor, _ => Asks(new()
        {
            ["from"] = "2026-11-01T00:00:00Z", ["until"] = "2026-12-01T00:00:00Z", ["count"] = 5, ["seed"] = "4711",
        }))
        {
            Strangers = Others, StrangersGet = "", LookedUp = ["service"], AnyNumber = ["seed"],
        },
    ];

    private static Task<JsonObject> Asks(JsonObject request)
    {
        request["service"] = "handoff";
        return Task.FromResult(request);
    }
}
