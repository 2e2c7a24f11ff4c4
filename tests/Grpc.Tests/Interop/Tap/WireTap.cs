using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace NaraVard.Grpc.Tests.Interop.Tap;

/// <summary>
/// Stands between a client and a server, hands every byte on, and notes what only the wire can tell: which messages
/// were packed, and whether a call was cancelled. Neither side can tell the difference.
/// </summary>
internal sealed class WireTap : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<TappedStream> streams = [];
    private readonly List<Task> relays = [];
    private readonly Task accepting;
    private readonly int port;

    private WireTap(int port)
    {
        this.port = port;
        listener.Start();
        accepting = Accept();
    }

    /// <summary>A tap before the server on a port of this machine.</summary>
    public static WireTap Before(int port) => new(port);

    /// <summary>Where clients call.</summary>
    public string Authority => listener.LocalEndpoint.ToString()!;

    /// <summary>How many calls there have been.</summary>
    public int Count => streams.Count;

    /// <summary>The calls that began after so many.</summary>
    public IReadOnlyList<TappedStream> Since(int count) => [.. streams.Skip(count)];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        await Task.WhenAll(relays);
        stop.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
                relays.Add(Relay(await listener.AcceptTcpClientAsync(stop.Token)));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException)
        {
        }
    }

    private async Task Relay(TcpClient accepted)
    {
        using var client = accepted;
        using var server = new TcpClient { NoDelay = client.NoDelay = true };
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, port, stop.Token);
            var connection = new TappedConnection(streams);
            var asked = TappedConnection.Copy(client, server, isClient: true, connection.Asked, stop.Token);
            var answered = TappedConnection.Copy(server, client, isClient: false, connection.Answered, stop.Token);
            await Task.WhenAll(asked, answered);
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or IOException)
        {
        }
    }
}
