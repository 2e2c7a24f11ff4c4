using System.Collections.Concurrent;
using MassTransit;
using NaraVard.Events.Handoff;

namespace NaraVard.Handoff.Tests.Features;

/// <summary>Another service that listens to everything this one says on the bus.</summary>
internal sealed class Ears
{
    private readonly ConcurrentQueue<object> heard = [];

    public async Task Listen(IBusControl bus)
    {
        var endpoint = bus.ConnectReceiveEndpoint("ears", ears =>
        {
            Keep<HandoffRequested>(ears);
            Keep<HandoffAcknowledged>(ears);
            Keep<HandoffOutcomeRecorded>(ears);
            Keep<HandoffAnswered>(ears);
            Keep<HandoffClosed>(ears);
            Keep<HandoffForwarded>(ears);
            Keep<HandoffOverdue>(ears);
            Keep<HandoffFollowUpDue>(ears);
        });
        await endpoint.Ready;
    }

    /// <summary>What was said about a handoff, in the order in which it came.</summary>
    public IReadOnlyList<T> All<T>(string handoffId)
        where T : class => [.. heard.OfType<T>().Where(message => HandoffOf(message) == Guid.Parse(handoffId))];

    private static Guid HandoffOf(object message) => message switch
    {
        HandoffRequested said => said.HandoffId,
        HandoffAcknowledged said => said.HandoffId,
        HandoffOutcomeRecorded said => said.HandoffId,
        HandoffAnswered said => said.HandoffId,
        HandoffClosed said => said.HandoffId,
        HandoffForwarded said => said.HandoffId,
        HandoffOverdue said => said.HandoffId,
        HandoffFollowUpDue said => said.HandoffId,
        _ => throw new ArgumentOutOfRangeException(nameof(message), message.GetType().Name, "Unknown event."),
    };

    private void Keep<T>(IReceiveEndpointConfigurator endpoint)
        where T : class => endpoint.Handler<T>(context =>
        {
            heard.Enqueue(context.Message);
            return Task.CompletedTask;
        });
}
