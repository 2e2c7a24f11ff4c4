using System.Diagnostics;
using System.Net;
using NaraVard.EndToEnd.Tests.Running;
using NaraVard.Testing;

namespace NaraVard.EndToEnd.Tests;

public sealed partial class JourneyTests
{
    [Fact]
    public async Task One_trace_runs_from_the_client_through_gateway_and_service_to_the_event()
    {
        var eva = await Eva();
        var patient = run.Patients.New();
        var trace = ActivityTraceId.CreateRandom().ToString();
        var requestId = $"journey-{Guid.CreateVersion7():N}";

        var answer = await eva.Post(
            Handoffs, A.Request(patient),
            ("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01"), ("x-request-id", requestId));
        var heard = await run.Events.Hear(patient, "HandoffRequested");
        var again = await eva.Post(
            Handoffs, A.Request(patient with { Name = "" }),
            ("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01"), ("x-request-id", requestId));

        answer.With(HttpStatusCode.Created);
        Assert.Equal(requestId, answer.Headers["x-request-id"]);
        Assert.Equal(requestId, again.Headers["x-request-id"]);
        Assert.All(heard, one => Assert.Contains($"traceparent: 00-{trace}-", one.Headers, StringComparison.Ordinal));
        await Soon.Holds("the service logged the trace", () => run.Spoken.LinesWith("handoff", trace).Any());
        var logged = run.Spoken.LinesWith("handoff", trace);
        Assert.Contains(logged, line => line.Contains(requestId, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Promtool_finds_no_fault_in_the_metrics_of_either_process()
    {
        await Requested();

        foreach (var process in (Deployable[])[run.Service, run.Gateway])
        {
            var page = await process.Metrics();

            Assert.Contains("# TYPE kestrel_", page, StringComparison.Ordinal);
            Assert.Equal("", await Promtool(page));
        }
    }

    [Fact, Last]
    public async Task No_number_name_or_free_text_of_a_journey_is_in_anything_that_a_process_said()
    {
        var patient = await Requested();
        await Acknowledged(patient);
        await Answered(patient);
        await run.Events.Hear(patient, WholeStory);
        var lost = run.Patients.New();
        await run.InterruptStoring(async () => await (await Eva()).Post(Handoffs, A.Request(lost)));
        await Soon.Holds(
            "PostgreSQL logs what it was interrupted in",
            () => run.Spoken.LinesWith("PostgreSQL log", "STATEMENT:  INSERT INTO handoffs").Any());
        foreach (var process in (Deployable[])[run.Service, run.Gateway])
            await Task.WhenAll(process.Metrics(), process.Readiness());
        foreach (var file in Directory.EnumerateFiles(run.Broker.LogFolder, "*", SearchOption.AllDirectories))
            run.Spoken.Add("broker log", await File.ReadAllTextAsync(file));

        string[] speakers =
        [
            "handoff", "gateway", "dev-identity", "handoff /metrics", "gateway /metrics", "broker messages",
            "broker log", "nginx", "PostgreSQL log",
        ];
        Assert.All(speakers, speaker => Assert.NotEmpty(run.Spoken.Of(speaker)));
        var leaks =
            from speaker in run.Spoken.Speakers
            from secret in run.Patients.All.SelectMany(one => one.Secrets)
            from line in run.Spoken.LinesWith(speaker, secret)
            select $"{speaker}: {line}";
        Assert.Empty(leaks);
    }

    private static async Task<string> Promtool(string page)
    {
        var (code, faults) = await Tool.Run("promtool", ["check", "metrics"], page);
        return code == 0 ? faults.Trim() : $"promtool ended with {code}: {faults}";
    }
}
