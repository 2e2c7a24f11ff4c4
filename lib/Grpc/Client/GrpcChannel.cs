using System.Collections.Concurrent;
using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>
/// A way to one server over HTTP/2, cleartext (<c>http</c>) or TLS (<c>https</c>). Make one per server and keep it:
/// clients made from it are cheap, and calls share its connections.
/// </summary>
public sealed class GrpcChannel : ChannelBase, IDisposable
{
    private readonly ConcurrentDictionary<string, Uri> addresses = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource closed = new();
    private readonly HttpMessageInvoker http;
    private readonly bool ownsHttp;
    private readonly Uri address;

    private GrpcChannel(Uri address, GrpcChannelOptions options)
        : base(address.Authority)
    {
        if (options is { HttpClient: not null, HttpHandler: not null })
            throw new ArgumentException("Give an HttpClient or an HttpHandler, not both.", nameof(options));
        this.address = address;
        Options = options;
        ownsHttp = options.DisposeHttpClient || options is { HttpClient: null, HttpHandler: null };
        http = options.HttpClient
            ?? new HttpMessageInvoker(options.HttpHandler ?? NewHandler(), disposeHandler: ownsHttp);
    }

    internal GrpcChannelOptions Options { get; }

    internal CancellationToken Closed => closed.Token;

    /// <summary>A channel to an address such as <c>http://127.0.0.1:5001</c>.</summary>
    public static GrpcChannel ForAddress(string address) => ForAddress(new Uri(address), new GrpcChannelOptions());

    /// <summary>A channel to an address, with settings.</summary>
    public static GrpcChannel ForAddress(string address, GrpcChannelOptions channelOptions) =>
        ForAddress(new Uri(address), channelOptions);

    /// <summary>A channel to an address.</summary>
    public static GrpcChannel ForAddress(Uri address) => ForAddress(address, new GrpcChannelOptions());

    /// <summary>A channel to an address, with settings.</summary>
    public static GrpcChannel ForAddress(Uri address, GrpcChannelOptions channelOptions)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(channelOptions);
        if (address.Scheme is not ("http" or "https"))
            throw new ArgumentException($"A channel needs http or https, not '{address.Scheme}'.", nameof(address));
        return new GrpcChannel(address, channelOptions);
    }

    /// <inheritdoc/>
    public override CallInvoker CreateCallInvoker()
    {
        ObjectDisposedException.ThrowIf(closed.IsCancellationRequested, this);
        return new ChannelInvoker(this);
    }

    /// <summary>Closes the channel; calls in progress are cancelled.</summary>
    public void Dispose()
    {
        if (closed.IsCancellationRequested)
            return;
        closed.Cancel();
        if (ownsHttp)
            http.Dispose();
    }

    internal static SocketsHttpHandler NewHandler() => new() { EnableMultipleHttp2Connections = true };

    internal Uri AddressOf(IMethod method) =>
        addresses.GetOrAdd(method.FullName, static (path, root) => new Uri(root, path), address);

    // An HttpClient would otherwise read the whole answer first.
    internal Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken stop) =>
        http is HttpClient client
            ? client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop)
            : http.SendAsync(request, stop);

    /// <inheritdoc/>
    protected override Task ShutdownAsyncCore()
    {
        Dispose();
        return Task.CompletedTask;
    }
}
