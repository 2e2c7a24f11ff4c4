using System.Net;
using NaraVard.EndToEnd.Tests.Running;

namespace NaraVard.EndToEnd.Tests;

/// <summary>
/// The journeys, through the public API of a deployment with one process a service, the gateway by itself, and a real
/// broker between them. Each part of this class is a kind of journey.
/// </summary>
[TestCaseOrderer("NaraVard.EndToEnd.Tests.Running.LastOrderer", "NaraVard.EndToEnd.Tests")]
public sealed partial class JourneyTests(TestRun run) : IClassFixture<TestRun>
{
    private const string Handoffs = "/handoff/v1/handoffs";
    private const string DeskList = "/handoff/v1/handoff-changes";
    private const string ErList = "/handoff/v1/sent-handoff-changes";

    private static string PathOf(Patient patient) => $"{Handoffs}/{patient.HandoffId}";

    private Task<Member> Eva() => run.SignIn("eva.akuten");

    private Task<Member> Bibbi() => run.SignIn("bibbi.karlstad");

    private async Task<Patient> Requested()
    {
        var patient = run.Patients.New();
        (await (await Eva()).Post(Handoffs, A.Request(patient))).With(HttpStatusCode.Created);
        return patient;
    }

    private async Task Acknowledged(Patient patient) =>
        (await (await Bibbi()).Post($"{PathOf(patient)}/acknowledgements", new { })).With(HttpStatusCode.OK);

    private async Task Answered(Patient patient)
    {
        var bibbi = await Bibbi();
        (await bibbi.Post($"{PathOf(patient)}/starts", new { investigation = false })).With(HttpStatusCode.OK);
        (await bibbi.Post($"{PathOf(patient)}/outcomes", A.Outcome(patient))).With(HttpStatusCode.OK);
    }
}
