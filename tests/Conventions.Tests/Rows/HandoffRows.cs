using System.Text.Json.Nodes;
using NaraVard.Conventions.Tests.Running;
using NaraVard.Testing;

namespace NaraVard.Conventions.Tests.Rows;

/// <summary>Handoff's RPCs.</summary>
internal static class HandoffRows
{
    private static readonly TestUser[] OtherErs = [People.OtherEr, People.OtherRegion];
    private static readonly TestUser[] OtherDesks = [People.Hanna];

    public static readonly IReadOnlyList<Row> All =
    [
        new("HandoffService/AssessCandidate", People.Eva, _ => Just(
            """
            {"ageYears": 82, "frailty": 5, "livesAlone": true, "reasonCodes": ["REASON_CODE_FALL"],
             "triageColour": "TRIAGE_COLOUR_GREEN", "canGoHome": true}
            """)),
        new("HandoffService/RequestHandoff", People.Eva, suite => Task.FromResult(HandoffStory.Ask(suite)))
        {
            Existing = suite => HandoffStory.Sent(suite), IdField = "handoffId",
            Strangers = OtherErs, StrangersGet = "handoff-id-taken",
        },
        Er("GetSentHandoff", HandoffStory.Received),
        Own("ListSentHandoffs", People.Eva, OtherErs, """{"limit": 5, "page": 1}"""),
        Own("WatchSentHandoffs", People.Eva, OtherErs, "{}"),
        Er("WithdrawConsent", HandoffStory.Received),
        Er("EndHandoff", async suite => (await HandoffStory.Received(suite)).With("reason", "END_REASON_LEFT")),
        Desk("GetHandoff", HandoffStory.Received),
        Own("ListHandoffs", People.Bibbi, OtherDesks, """{"limit": 5, "page": 1, "mine": false}"""),
        Own("WatchHandoffs", People.Bibbi, OtherDesks, "{}"),
        Own("ListHandoffChanges", People.Bibbi, OtherDesks, """{"limit": 5}"""),
        Desk("AcknowledgeHandoff", HandoffStory.Received),
        Desk("StartHandoff", async suite => (await HandoffStory.Acknowledged(suite)).With("investigation", true)),
        Desk("RecordOutcome", async suite =>
            (await HandoffStory.Started(suite)).With("outcome", HandoffStory.Help())),
        Desk("CloseHandoff", HandoffStory.Answered),
        Desk("PreviewForward", async suite => (await HandoffStory.Received(suite)).With("kommunCode", "1715")),
        Desk("ForwardHandoff", async suite => (await HandoffStory.Received(suite)).With("kommunCode", "1715")),
        Desk("RevealNumber", async suite =>
            (await HandoffStory.Protected(suite)).With("reason", "Registrera insats i verksamhetssystemet")),
        Desk("DecideLookUp", async suite => (await HandoffStory.Received(suite))
            .With("capacity", "PERSON_CAPACITY_CAN_CONSENT").With("source", "RECORD_SOURCE_CARE_PROVIDER")
            .With("hasConsent", true).With("mayMatter", true)),
        new("HandoffService/GetDesk", People.Eva, _ => Just("""{"kommunCode": "1780"}"""))
        {
            LookedUp = ["kommunCode"],
        },
        new("HandoffService/GetMeasures", People.Eva,
            _ => Just("""{"fromDay": "2026-01-01", "toDay": "2026-12-31"}""")),
    ];

    private static Row Er(string rpc, Func<RunningSuite, Task<JsonObject>> request) =>
        new($"HandoffService/{rpc}", People.Eva, request) { Strangers = OtherErs, IdField = "handoffId" };

    private static Row Desk(string rpc, Func<RunningSuite, Task<JsonObject>> request) =>
        new($"HandoffService/{rpc}", People.Bibbi, request) { Strangers = OtherDesks, IdField = "handoffId" };

    /// <summary>Everybody gets one's own: strangers are answered, without anything of what is Karlstad's.</summary>
    private static Row Own(string rpc, TestUser caller, TestUser[] strangers, string request) =>
        new($"HandoffService/{rpc}", caller, async suite =>
        {
            await HandoffStory.Received(suite);
            return await Just(request);
        })
        { Strangers = strangers, StrangersGet = "" };

    private static Task<JsonObject> Just(string json) => Task.FromResult(JsonNode.Parse(json)!.AsObject());
}
