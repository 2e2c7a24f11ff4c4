using System.ComponentModel.DataAnnotations;

namespace Grpc.Json;

/// <summary>Limits and rhythms of JSON over HTTP. Bodies are bounded by the service's MaxReceiveMessageSize.</summary>
public sealed class JsonTranscodingOptions
{
    /// <summary>How often an event stream says that it lives, in seconds; proxies close what is silent.</summary>
    [Range(1, 15)]
    public double HeartbeatSeconds { get; set; } = 15;

    /// <summary>
    /// How long a stream without a first message waits before it answers 200, in milliseconds: a refusal within this
    /// time still has its own HTTP status.
    /// </summary>
    [Range(1, 15_000)]
    public int OpenAfterMilliseconds { get; set; } = 1_000;

    /// <summary>After how many milliseconds a browser calls again when the service stops.</summary>
    [Range(0, 600_000)]
    public int RetryMilliseconds { get; set; } = 2_000;

    /// <summary>The largest body where the service sets no limit of its own, in bytes.</summary>
    [Range(1, int.MaxValue)]
    public int BodyBytesMax { get; set; } = 4 * 1024 * 1024;
}
