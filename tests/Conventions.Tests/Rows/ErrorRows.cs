using System.Text.Json.Nodes;
using NaraVard.Conventions.Tests.Running;
using NaraVard.Testing;

namespace NaraVard.Conventions.Tests.Rows;

/// <summary>
/// For each stable code, a request that is refused with it, as JSON: those of rules and of the ground here, those of
/// faults and deployments in <see cref="FaultRows"/>.
/// </summary>
internal sealed class ErrorRows(RunningSuite suite)
{
    private const Way Door = Way.JsonAtGateway;

    /// <summary>Every code, and how to get it.</summary>
    public IReadOnlyDictionary<string, Func<Task<Answer>>> All =>
        Rules().Concat(Ground()).Concat(new FaultRows(suite).All).Concat(new CapitationErrorRows(suite).All)
            .Concat(new RegisterErrorRows(suite).All).Concat(new ChoiceErrorRows(suite).All)
            .Concat(DeclarationRows.Errors(suite)).Concat(DentalRows.Errors(suite))
            .Concat(new DoctorErrorRows(suite).All)
            .Concat(new BookingErrorRows(suite).All).ToDictionary();

    private Dictionary<string, Func<Task<Answer>>> Rules() => new()
    {
        ["candidate-rule-missing"] = () => Ask("AssessCandidate", null, People.OtherRegion),
        ["unit-missing"] = () => Ask("GetSentHandoff", null, People.Eva with { Unit = null }),
        ["consent-missing"] = () => Request(ask => ask["consent"]!["given"] = false),
        ["person-is-child"] = () => Request(
            ask => ask["person"] = HandoffStory.Ask(suite, isChild: true)["person"]!.DeepClone()),
        ["compulsory-care"] = () => Request(ask => ask["isUnderCompulsoryCare"] = true),
        ["triage-red"] = () => Request(ask => ask["need"]!["triageColour"] = "TRIAGE_COLOUR_RED"),
        ["no-desk"] = () => Request(ask => ask["kommunCode"] = "1880"),
        ["handoff-id-taken"] = async () =>
        {
            var sent = await HandoffStory.Sent(suite);
            return await Request(ask => ask["handoffId"] = sent["handoffId"]!.DeepClone());
        },
        ["handoff-closed"] = async () => await Ask("AcknowledgeHandoff", await HandoffStory.Closed(suite)),
        ["version-mismatch"] = () => Ask("AcknowledgeHandoff", change: call => call.With("If-Match", "\"4711\"")),
        ["cursor-too-old"] = CursorTooOld,
        ["already-acknowledged"] = async () =>
            await Ask("AcknowledgeHandoff", await HandoffStory.Acknowledged(suite), People.Bengt),
        ["not-acknowledged"] = async () => await Start(await HandoffStory.Received(suite)),
        ["already-started"] = async () => await Start(await HandoffStory.Started(suite)),
        ["not-started"] = async () => await Record(await HandoffStory.Acknowledged(suite), "ADVISORY_TALK"),
        ["outcome-already-recorded"] = async () => await Record(await HandoffStory.Answered(suite), "ADVISORY_TALK"),
        ["investigation-not-started"] = () => Record("INVESTIGATION_STARTED"),
        ["catalogue-item-missing"] = () => Record("PREVENTIVE_EFFORT"),
        ["catalogue-item-unknown"] = () => Record("PREVENTIVE_EFFORT", "catalogueCode", "no-such-thing"),
        ["service-start-missing"] = () => Record("EFFORT_ON_HOMECOMING"),
        ["referral-missing"] = () => Record("REFERRED_ELSEWHERE"),
        ["no-outcome"] = async () => await Ask("CloseHandoff", await HandoffStory.Started(suite)),
        ["already-there"] = async () => await Forward(await HandoffStory.Received(suite), "1780"),
        ["consent-does-not-cover"] = async () => await Forward(
            Id(await HandoffStory.Sent(suite, ask => ask["consent"]!["scope"] = "CONSENT_SCOPE_NAMED_KOMMUN")), "1715"),
        ["number-not-masked"] = async () =>
            await Ask("RevealNumber", (await HandoffStory.Received(suite)).With("reason", "Behövs i journalen")),
    };

    private Dictionary<string, Func<Task<Answer>>> Ground() => new()
    {
        ["not-signed-in"] = () => Ask("GetHandoff", change: call => call with { Authorization = null }),
        ["token-invalid"] = () => Ask("GetHandoff", change: call => call.By(suite.Identity.Forged(People.Bibbi))),
        ["token-expired"] = () => Ask("GetHandoff", change: call => call.By(suite.Identity.Token(
            People.Bibbi, token => (token.NotBefore, token.Expires) =
                (token.NotBefore!.Value.AddDays(-1), token.Expires!.Value.AddDays(-1))))),
        ["organisation-missing"] = () => Ask("GetHandoff", null, People.Bibbi with { Organization = null }),
        ["organisation-ambiguous"] = () => Ask("GetHandoff", null, People.Bibbi with
        {
            Organization = new[] { "kommun:1780", "kommun:1761" },
        }),
        ["role-missing"] = () => Ask("GetHandoff", null, People.Eva),
        ["acting-user-missing"] = () => Ask("GetSentHandoff", null, TestUser.System("er-system", "er-staff")),
        ["acting-user-invalid"] = () => Ask("GetSentHandoff", null, TestUser.System("er-system", "er-staff"),
            call => call.With("x-acting-user", "eva")),
        ["not-found"] = () => Ask("GetHandoff", new() { ["handoffId"] = Guid.CreateVersion7().ToString() }),
        ["invalid-request"] = () => Ask("RequestHandoff", new JsonObject()),
        ["idempotency-key-reused"] = async () =>
        {
            var key = $"key-{Guid.CreateVersion7():N}";
            await Ask("AcknowledgeHandoff", change: call => call.With("idempotency-key", key));
            return await Ask("AcknowledgeHandoff", change: call => call.With("idempotency-key", key));
        },
        ["body-not-taken"] = () => Ask("GetHandoff", change: call => call with { Body = "{}"u8.ToArray() }),
        ["body-too-large"] = () => Ask("AcknowledgeHandoff", change: call => call with { Body = new byte[5_000_000] }),
        ["unsupported-media-type"] = () => Ask("AcknowledgeHandoff", change: call => call with
        {
            Body = "a=b"u8.ToArray(),
            ContentType = "application/x-www-form-urlencoded",
        }),
        ["not-acceptable"] = () => Ask("GetHandoff", change: call => call.With("Accept", "text/html")),
        ["method-not-allowed"] = () => suite.Exchange.Send(
            HttpMethod.Delete, new(suite.Exchange.Address(Door), "/handoff/v1/handoffs"),
            suite.Identity.Token(People.Bibbi)),
    };

    // The newest change that was cleaned away is set as if it were ahead of the cursor, and set back.
    private async Task<Answer> CursorTooOld()
    {
        var database = suite.Databases["handoff"];
        await database.Execute("update platform.changes_floor set tx = '9', position = 9");
        var answer = await Ask("ListHandoffChanges", new() { ["cursor"] = "AAAAAAAAAAEAAAAAAAAAAQ" });
        await database.Execute("update platform.changes_floor set tx = '0', position = 0");
        return answer;
    }

    private Task<Answer> Request(Action<JsonObject> change)
    {
        var ask = HandoffStory.Ask(suite);
        change(ask);
        return Ask("RequestHandoff", ask);
    }

    private Task<Answer> Start(JsonObject id) => Ask("StartHandoff", id.With("investigation", true));

    private Task<Answer> Forward(JsonObject id, string kommun) => Ask("ForwardHandoff", id.With("kommunCode", kommun));

    private async Task<Answer> Record(string kind, string? field = null, string? value = null)
    {
        var outcome = new JsonObject { ["kind"] = $"OUTCOME_KIND_{kind}" };
        if (field is not null)
            outcome[field] = value;
        return await Ask("RecordOutcome", (await HandoffStory.Started(suite)).With("outcome", outcome));
    }

    private Task<Answer> Record(JsonObject id, string kind) =>
        Ask("RecordOutcome", id.With("outcome", new JsonObject { ["kind"] = $"OUTCOME_KIND_{kind}" }));

    private static JsonObject Id(JsonObject ask) => new() { ["handoffId"] = ask["handoffId"]!.DeepClone() };

    private async Task<Answer> Ask(
        string rpc, JsonObject? request = null, TestUser? user = null, Func<Call, Call>? change = null)
    {
        var route = suite.Routes.Single(route => route.Name == $"HandoffService/{rpc}");
        var row = Table.Of(route);
        var call = suite.Exchange.Call(route, request ?? await row.Request(suite), user ?? row.Caller);
        return await suite.Exchange.Send(change?.Invoke(call) ?? call, Door);
    }
}
