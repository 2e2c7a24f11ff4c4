namespace Grpc.Net.Client;

/// <summary>Settings of a channel.</summary>
public class GrpcChannelOptions
{
    /// <summary>The largest message to take, in bytes, packed or unpacked; null for no limit. 4 MiB.</summary>
    public int? MaxReceiveMessageSize { get; set; } = 4 * 1024 * 1024;

    /// <summary>The largest message to send, in bytes before it is packed; null, as it is, for no limit.</summary>
    public int? MaxSendMessageSize { get; set; }

    /// <summary>What sends the requests; null for sockets that open another connection when one is full.</summary>
    public HttpMessageHandler? HttpHandler { get; set; }

    /// <summary>What sends the requests, instead of <see cref="HttpHandler"/>.</summary>
    public HttpClient? HttpClient { get; set; }

    /// <summary>True to dispose the handler or client that was given here with the channel.</summary>
    public bool DisposeHttpClient { get; set; }
}
