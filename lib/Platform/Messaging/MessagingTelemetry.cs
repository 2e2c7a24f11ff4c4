using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace NaraVard.Platform.Messaging;

/// <summary>
/// Counts and spans of sending and receiving. Labels name services, endpoints and kinds, never a person.
/// </summary>
internal sealed class MessagingTelemetry
{
    /// <summary>Spans of messages on their way.</summary>
    public static readonly ActivitySource Activities = new("NaraVard.Platform");

    private readonly Counter<long> sent;
    private readonly Counter<long> failed;
    private readonly Counter<long> received;
    private readonly Counter<long> conflicts;
    private readonly Histogram<double> delay;

    public MessagingTelemetry(IMeterFactory meters)
    {
        Meter = meters.Create("NaraVard.Platform");
        sent = Meter.CreateCounter<long>("naravard.outbox.sent", "{message}", "Messages the bus has confirmed.");
        failed = Meter.CreateCounter<long>("naravard.outbox.failed", "{attempt}", "Attempts to send that failed.");
        received = Meter.CreateCounter<long>("naravard.inbox.received", "{message}", "Messages received, by outcome.");
        conflicts = Meter.CreateCounter<long>(
            "naravard.database.conflicts", "{conflict}", "Lost races for a row (40001, 40P01); each is tried again.");
        delay = Meter.CreateHistogram<double>(
            "naravard.inbox.duration", "s", "Time from receipt to commit or refusal.");
    }

    /// <summary>The platform's meter.</summary>
    public Meter Meter { get; }

    public void Sent(string service, int count) => sent.Add(count, Label("service", service));

    public void Failed(string service, string kind) => failed.Add(1, Label("service", service), Label("kind", kind));

    public void Conflict(string service) => conflicts.Add(1, Label("service", service));

    public void Received(string endpoint, string outcome, TimeSpan taken)
    {
        received.Add(1, Label("endpoint", endpoint), Label("outcome", outcome));
        delay.Record(taken.TotalSeconds, Label("endpoint", endpoint));
    }

    private static KeyValuePair<string, object?> Label(string name, string value) => new(name, value);
}
