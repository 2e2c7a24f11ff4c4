using System.ComponentModel.DataAnnotations;

namespace NaraVard.Gateway.Options;

/// <summary>How much one caller may ask for (section <c>Limits</c>).</summary>
internal sealed class LimitsOptions
{
    /// <summary>Requests a second of one client and user, over time.</summary>
    [Range(1, 100_000)]
    public int RequestsPerSecond { get; init; } = 100;

    /// <summary>Requests at once after a quiet while.</summary>
    [Range(1, 1_000_000)]
    public int RequestsBurst { get; init; } = 400;

    /// <summary>Requests a second of an address that has not signed in: documents, and refused tokens.</summary>
    [Range(1, 100_000)]
    public int AnonymousRequestsPerSecond { get; init; } = 20;

    /// <summary>Requests and streams of one client and user that are open at the same time.</summary>
    [Range(1, 100_000)]
    public int OpenRequestsMax { get; init; } = 200;

    /// <summary>Largest body of a JSON request in bytes. For gRPC the services limit each message.</summary>
    [Range(1024, 64 * 1024 * 1024)]
    public long BodyBytesMax { get; init; } = 4 * 1024 * 1024;

    /// <summary>Largest total size of a request's headers in bytes.</summary>
    [Range(4096, 256 * 1024)]
    public int HeaderBytesMax { get; init; } = 32 * 1024;

    /// <summary>Connections at once; beyond it new ones are refused.</summary>
    [Range(10, 1_000_000)]
    public long ConnectionsMax { get; init; } = 20_000;

    /// <summary>A stream where no byte moves for so long ends; services send a heartbeat every 15 seconds.</summary>
    [Range(1, 600)]
    public int StreamIdleSeconds { get; init; } = 60;

    /// <summary>No stream is longer, however long its token lasts; the client goes on from its cursor.</summary>
    [Range(1, 24 * 60)]
    public int StreamMinutesMax { get; init; } = 60;
}
