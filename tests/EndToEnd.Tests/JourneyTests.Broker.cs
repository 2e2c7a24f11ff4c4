using System.Text.Json.Nodes;
using NaraVard.EndToEnd.Tests.Running;
using NaraVard.Testing;

namespace NaraVard.EndToEnd.Tests;

public sealed partial class JourneyTests
{
    private static readonly string[] WholeStory =
        ["HandoffRequested", "HandoffAcknowledged", "HandoffOutcomeRecorded", "HandoffAnswered"];

    [Fact]
    public async Task Nothing_acknowledged_is_lost_when_the_broker_is_killed_and_API_and_streams_go_on_meanwhile()
    {
        await using var quiet = await (await run.SignIn("stina.storfors")).Follow(DeskList, run.Front);
        var begun = TimeProvider.System.GetTimestamp();
        var before = new[] { await Requested(), await Requested(), await Requested() };
        await Acknowledged(before[0]);

        await run.Broker.Kill();
        Patient during;
        try
        {
            await Answered(before[0]);
            foreach (var patient in before[1..])
                await Acknowledged(patient);
            during = await Requested();
            await Acknowledged(during);
            await Soon.Holds("the outage is shown", async () => await Status() == "degraded");
            foreach (var patient in (Patient[])[.. before[1..], during])
                await Answered(patient);
        }
        finally
        {
            await run.Broker.Start();
        }

        foreach (var patient in (Patient[])[.. before, during])
        {
            var heard = await run.Events.Hear(patient, [.. WholeStory, "border HandoffAnswered"]);
            var story = heard.Where(one => one.Exchange != "border").Select(one => one.Name).Distinct();
            Assert.Equal(WholeStory[..2], story.Take(2));
            var crossed = heard.Where(one => one.Exchange == "border").Select(one => one.Name).Distinct();
            Assert.Equal(["HandoffAnswered"], crossed);
        }

        await Soon.Holds("all is well again", async () => await Status() == "healthy");
        await Soon.Holds("the quiet stream is older than the idle limit", () => Age() > TestRun.StreamIdleSeconds);
        await quiet.Next("a third heartbeat", told => quiet.Events.Count(one => one.Kind == told.Kind) > 2);
        Assert.False(quiet.IsLost);

        double Age() => TimeProvider.System.GetElapsedTime(begun).TotalSeconds;
    }

    [Fact]
    public async Task A_service_killed_with_events_in_its_outbox_says_each_once_and_in_order_when_it_is_back()
    {
        var begun = await Requested();
        await Acknowledged(begun);
        await run.Events.Hear(begun, WholeStory[..2]);
        await Soon.Holds("all before is sent", async () => await run.Unsent() == 0);

        Patient[] during;
        long waiting;
        await run.Broker.Stop();
        try
        {
            await Answered(begun);
            during = [await Requested(), await Requested(), await Requested()];
            foreach (var patient in during)
                await Acknowledged(patient);
            foreach (var patient in during)
                await Answered(patient);
            waiting = await run.Unsent();
        }
        finally
        {
            await run.Service.Stop(abruptly: true);
            await Task.WhenAll(run.Broker.Start(), run.Service.Start());
        }

        Assert.Equal(2 + during.Length * WholeStory.Length, waiting);
        await Soon.Holds("nothing waits any more", async () => await run.Unsent() == 0);
        foreach (var patient in (Patient[])[begun, .. during])
        {
            var heard = await run.Events.Hear(patient, [.. WholeStory, "border HandoffAnswered"]);
            Assert.Equal(WholeStory, heard.Where(one => one.Exchange != "border").Select(one => one.Name));
            Assert.Equal(["HandoffAnswered"], heard.Where(one => one.Exchange == "border").Select(one => one.Name));
        }
    }

    private async Task<string?> Status() => (string?)JsonNode.Parse(await run.Service.Readiness())!["status"];
}
