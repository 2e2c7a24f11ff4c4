using System.Net;
using NaraVard.EndToEnd.Tests.Running;
using NaraVard.Testing;

namespace NaraVard.EndToEnd.Tests;

public sealed partial class JourneyTests
{
    [Fact]
    public async Task The_live_list_goes_on_from_its_cursor_after_a_drop_and_restarts_of_gateway_and_service()
    {
        await using var desk = await (await Bibbi()).Follow(DeskList);
        await desk.Next("the picture is complete", told => told.Kind == "CHANGE_KIND_SNAPSHOT_END");
        var before = await Requested();
        await desk.Next("the first handoff", told => told.Is(before));

        await desk.Disconnect();
        await Acknowledged(before);
        var dropped = await Requested();
        await desk.Connect();
        await desk.Next("the one of the drop", told => told.Is(dropped));

        await run.Gateway.Stop(abruptly: true);
        await Soon.Holds("the stream breaks with the gateway", () => desk.IsLost);
        await run.Gateway.Start();
        var crashed = await Requested();
        await desk.Connect();
        await desk.Next("the one after the gateway's crash", told => told.Is(crashed));

        await run.Service.Stop();
        await Soon.Holds("the stream ends with the service", () => desk.IsLost);
        await run.Service.Start();
        Patient? restarted = null;
        await Soon.Holds("the gateway finds the service again", async () => await TryRequest(p => restarted = p));
        await desk.Connect();
        await desk.Next("the one after the service's restart", told => told.Is(restarted!));

        Assert.Single(desk.Events, told => told.Kind == "CHANGE_KIND_SNAPSHOT_END");
        Assert.DoesNotContain(desk.Events, told => told.Kind == "CHANGE_KIND_RESET");
        Assert.Equal(["1", "2"], Versions(desk, before));
        foreach (var patient in (Patient[])[dropped, crashed, restarted!])
            Assert.Equal(["1"], Versions(desk, patient));
    }

    [Fact]
    public async Task A_list_that_is_cut_off_between_any_two_events_misses_none()
    {
        var there = new[] { await Requested(), await Requested() };
        await using var desk = await (await Bibbi()).Follow(DeskList);
        await desk.Next("the picture is complete", told => told.Kind == "CHANGE_KIND_SNAPSHOT_END");
        await desk.Disconnect();
        var missed = new[] { await Requested(), await Requested(), await Requested() };

        desk.CutAfter = told => told.Kind == "CHANGE_KIND_CHANGED";
        await Soon.Holds("every change has come, one a connection", async () =>
        {
            if (missed.All(patient => desk.Events.Any(told => told.Is(patient))))
                return true;
            if (desk.IsLost)
                await desk.Connect();
            return false;
        });
        // Said before it connects: a whole picture may come at once.
        await using var picture = await (await Bibbi()).Follow(
            DeskList, cutAfter: told => told.Kind == "CHANGE_KIND_SNAPSHOT" && told.Connection < 2);
        await Soon.Holds("the picture breaks off", () => picture.IsLost);
        await picture.Connect();
        await picture.Next("the picture is complete", told => told.Kind == "CHANGE_KIND_SNAPSHOT_END");

        Assert.All(there, patient => Assert.Contains(picture.Events, told => told.Connection == 2 && told.Is(patient)));
    }

    [Fact]
    public async Task A_service_that_is_down_answers_503_and_the_documents_still_answer()
    {
        var eva = await Eva();
        var patient = run.Patients.New();
        await run.Service.Stop();

        Answer refused, documents, page;
        try
        {
            refused = await eva.Post(Handoffs, A.Request(patient));
            documents = await eva.Get("/openapi.json");
            page = await eva.Get("/docs");
        }
        finally
        {
            await run.Service.Start();
        }

        Assert.Equal("application/problem+json", refused.MediaType);
        Assert.Equal("service-unavailable", (string?)refused.With(HttpStatusCode.ServiceUnavailable)["code"]);
        Assert.True(refused.Headers.ContainsKey("Retry-After"));
        Assert.Equal(HttpStatusCode.OK, documents.Status);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        await Soon.Holds("it works again", async () => await TryRequest(_ => { }));
    }

    private async Task<bool> TryRequest(Action<Patient> requested)
    {
        var patient = run.Patients.New();
        var answer = await (await Eva()).Post(Handoffs, A.Request(patient));
        if (answer.Status == HttpStatusCode.ServiceUnavailable)
            return false;
        answer.With(HttpStatusCode.Created);
        requested(patient);
        return true;
    }

    private static IEnumerable<string?> Versions(LiveList list, Patient patient) =>
        list.Events.Where(told => told.Is(patient)).Select(told => told.Version);
}
