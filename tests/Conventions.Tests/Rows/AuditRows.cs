using System.Text.Json.Nodes;
using NaraVard.Platform.Identity;
using NaraVard.Testing;

namespace NaraVard.Conventions.Tests.Rows;

/// <summary>The access log's own RPCs, which every service has.</summary>
internal static class AuditRows
{
    private static readonly TestUser Auditor = People.In(Roles.LogAuditor);

    // Where nobody else acts: who asks about a person is by that in the own organisation's log of that person, so only
    // the draw, which asks about nobody, can be looked at by strangers. AuditTests holds the extract.
    private static readonly TestUser[] Others = [Auditor with { Organization = "region:20" }];

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
            LookedUp = ["service"],
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
