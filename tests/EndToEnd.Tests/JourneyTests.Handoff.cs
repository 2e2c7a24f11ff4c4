using System.Net;
using System.Text.Json.Nodes;

namespace NaraVard.EndToEnd.Tests;

public sealed partial class JourneyTests
{
    [Fact]
    public async Task An_ER_handoff_goes_all_the_way_and_the_access_log_proves_who_saw_what()
    {
        var (eva, bibbi) = (await Eva(), await Bibbi());
        var hanna = await run.SignIn("hanna.hammaro");
        var gunnar = await run.SignIn("gunnar.granskare");
        var patient = run.Patients.New();
        await using var desk = await bibbi.Follow(DeskList);
        await using var er = await eva.Follow(ErList);
        await desk.Next("the picture is complete", told => told.Kind == "CHANGE_KIND_SNAPSHOT_END");

        var sent = (await eva.Post(Handoffs, A.Request(patient))).With(HttpStatusCode.Created);
        var seen = await desk.Next("the new handoff", told => told.Is(patient));
        var elsewhere = await hanna.Get(PathOf(patient));
        await Acknowledged(patient);
        await er.Next("it is taken", told => told.Is(patient) && told.State == "HANDOFF_STATE_ACKNOWLEDGED");
        await Answered(patient);
        var answered = await er.Next(
            "it is answered", told => told.Is(patient) && told.Data["handoff"]!["answer"] is not null);
        var verified = (await gunnar.Post("/handoff/v1/access-log/verifications", new { })).With(HttpStatusCode.OK);
        var extract = (await gunnar.Post(
            "/handoff/v1/access-log/extracts",
            new { personNumber = patient.Number, limit = 100 })).With(HttpStatusCode.OK);

        Assert.Equal("1780", (string?)sent["desk"]!["kommunCode"]);
        Assert.Equal(patient.Name, (string?)seen.Data["handoff"]!["person"]!["name"]);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.Status);
        Assert.Equal(["contact", "outcomeKind", "startsAt"], Names(answered.Data["handoff"]!["answer"]!));
        foreach (var told in er.Events)
            Assert.DoesNotContain(patient.Help, told.Data.ToString(), StringComparison.Ordinal);
        Assert.True((bool?)verified["isIntact"]);
        var rows = extract["entries"]!.AsArray();
        Assert.Equal(
            ["Bibbi Högman", "Eva Sandgren"],
            rows.Select(row => (string?)row!["userName"]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Equal(patient.HandoffId.ToString(), (string?)row!["resourceId"]));
        string[] methods =
            ["RequestHandoff", "WatchHandoffs", "WatchSentHandoffs", "AcknowledgeHandoff", "RecordOutcome"];
        foreach (var method in methods)
            Assert.Contains(rows, row => ((string?)row!["method"])!.EndsWith(method, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Names(JsonNode node) =>
        node.AsObject().Select(field => field.Key).Order(StringComparer.Ordinal);
}
