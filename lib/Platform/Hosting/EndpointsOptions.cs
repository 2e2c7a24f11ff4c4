using System.ComponentModel.DataAnnotations;
using System.Net;

namespace NaraVard.Platform.Hosting;

/// <summary>Where the process listens (section <c>Endpoints</c>), and the limits of a connection.</summary>
public sealed class EndpointsOptions : IValidatableObject
{
    /// <summary>
    /// gRPC and JSON over cleartext HTTP/2, called by the gateway. An address and a port; 0 takes a free one.
    /// </summary>
    [Required]
    public string Rpc { get; init; } = "http://127.0.0.1:5000";

    /// <summary>Metrics and health over HTTP/1.1, for the platform that runs the process.</summary>
    [Required]
    public string Operations { get; init; } = "http://127.0.0.1:5001";

    /// <summary>Largest request body in bytes.</summary>
    [Range(1024, 64 * 1024 * 1024)]
    public long RequestBodyBytesMax { get; init; } = 4 * 1024 * 1024;

    /// <summary>Largest total size of a request's headers in bytes.</summary>
    [Range(4096, 256 * 1024)]
    public int HeaderBytesMax { get; init; } = 32 * 1024;

    /// <summary>How long a client may take to send its headers.</summary>
    [Range(1, 120)]
    public int HeaderTimeoutSeconds { get; init; } = 15;

    /// <summary>Connections at once; beyond it new ones wait at the operating system.</summary>
    [Range(10, 100_000)]
    public long ConnectionsMax { get; init; } = 5_000;

    /// <summary>
    /// Requests at once on one HTTP/2 connection. The server also remembers twice as many, for some seconds, that were
    /// answered before their client had ended them: one client at the gateway's limits must not fill that (0024).
    /// </summary>
    [Range(1, 10_000)]
    public int StreamsPerConnectionMax { get; init; } = 1_000;

    /// <summary>How long open requests may go on when the process is told to stop.</summary>
    [Range(1, 300)]
    public int ShutdownSeconds { get; init; } = 20;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!TryEndPoint(Rpc, out _))
            yield return new("must be http:// with an IP address (or localhost) and a port", [nameof(Rpc)]);
        if (!TryEndPoint(Operations, out _))
            yield return new("must be http:// with an IP address (or localhost) and a port", [nameof(Operations)]);
    }

    internal static bool TryEndPoint(string text, out IPEndPoint endPoint)
    {
        endPoint = new IPEndPoint(IPAddress.Loopback, 0);
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp)
            return false;
        var host = uri.Host is "localhost" ? "127.0.0.1" : uri.Host.Trim('[', ']');
        if (!IPAddress.TryParse(host, out var address))
            return false;
        endPoint = new IPEndPoint(address, uri.Port);
        return true;
    }
}
