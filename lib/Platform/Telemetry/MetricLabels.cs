namespace NaraVard.Platform.Telemetry;

/// <summary>
/// The only labels that a metric may carry; others are dropped. None of them can name a person, and each has few
/// values.
/// </summary>
internal static class MetricLabels
{
    public static readonly string[] Allowed =
    [
        "activity", "code", "endpoint", "event", "kind", "method", "name", "organisation", "outcome", "queue", "reason",
        "resource", "result", "service", "state", "status", "table", "type",
        // What the runtime's and Kestrel's own meters say.
        "error.type", "gc.heap.generation", "cpu.mode", "http.request.method", "http.response.status_code",
        "http.route", "network.protocol.version", "tls.protocol.version", "url.scheme",
    ];
}
