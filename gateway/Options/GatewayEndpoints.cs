using System.ComponentModel.DataAnnotations;
using NaraVard.Platform.Hosting;

namespace NaraVard.Gateway.Options;

/// <summary>Where the gateway listens (section <c>Endpoints</c>). Port 0 takes a free one.</summary>
internal sealed class GatewayEndpoints : IValidatableObject
{
    /// <summary>JSON, server-sent events and pages: HTTP/1.1, with a certificate HTTP/2 as well.</summary>
    [Required]
    public string Http { get; init; } = "http://127.0.0.1:8080";

    /// <summary>gRPC: HTTP/2, in cleartext when there is no certificate.</summary>
    [Required]
    public string Grpc { get; init; } = "http://127.0.0.1:8081";

    /// <summary>Metrics and health, for the platform that runs the process.</summary>
    [Required]
    public string Operations { get; init; } = "http://127.0.0.1:8082";

    /// <summary>Certificate chain in PEM; empty when TLS ends in front of the gateway.</summary>
    public string CertificateFile { get; init; } = "";

    /// <summary>The certificate's private key in PEM.</summary>
    public string CertificateKeyFile { get; init; } = "";

    /// <summary>How long open requests may go on when the process is told to stop.</summary>
    [Range(1, 300)]
    public int ShutdownSeconds { get; init; } = 20;

    public bool HasTls => CertificateFile.Length > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        (string, string)[] addresses = [(nameof(Http), Http), (nameof(Grpc), Grpc), (nameof(Operations), Operations)];
        foreach (var (name, address) in addresses)
            if (!EndpointsOptions.TryEndPoint(address, out _))
                yield return new("must be http:// with an IP address (or localhost) and a port", [name]);
        if (HasTls != CertificateKeyFile.Length > 0)
            yield return new("a certificate and its key belong together", [nameof(CertificateKeyFile)]);
        if (HasTls && !(File.Exists(CertificateFile) && File.Exists(CertificateKeyFile)))
            yield return new("cannot be read", [nameof(CertificateFile)]);
    }
}
