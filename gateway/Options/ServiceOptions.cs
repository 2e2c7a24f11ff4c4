namespace NaraVard.Gateway.Options;

/// <summary>One service behind the gateway.</summary>
internal sealed class ServiceOptions
{
    /// <summary>Its HTTP/2 endpoint: cleartext inside the cluster, or https.</summary>
    public string Address { get; init; } = "";

    /// <summary>How long a JSON answer may take in all. Streams are exempt: they end with the token.</summary>
    public int TimeoutSeconds { get; init; } = 30;

    public bool HasAddress =>
        Uri.TryCreate(Address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.PathAndQuery == "/";
}
