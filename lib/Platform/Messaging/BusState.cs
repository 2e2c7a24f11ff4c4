using MassTransit;

namespace NaraVard.Platform.Messaging;

/// <summary>
/// Whether messages may be sent. What is published before every endpoint has been bound once would reach only those
/// that
/// were; afterwards a durable queue holds it, and the bus only has to be up.
/// </summary>
internal sealed class BusState(IBusControl bus)
{
    private bool wasHealthy;

    /// <summary>True when a message may be sent now.</summary>
    public bool IsUp
    {
        get
        {
            var status = bus.CheckHealth().Status;
            wasHealthy |= status is BusHealthStatus.Healthy;
            return wasHealthy && status is not BusHealthStatus.Unhealthy;
        }
    }
}
