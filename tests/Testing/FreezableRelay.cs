using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace NaraVard.Testing;

/// <summary>A TCP relay that can go silent without closing anything, as a network does that has lost a route.</summary>
public sealed class FreezableRelay : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ended = new();
    private readonly ConcurrentBag<TcpClient> clients = [];
    private readonly int target;
    private volatile CancellationTokenSource silence = new();

    /// <summary>Relays to the port on the loopback address.</summary>
    public FreezableRelay(int target)
    {
        this.target = target;
        listener.Start();
        _ = Accept();
    }

    /// <summary>Where to connect.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Everything that is connected now hears nothing more, and is not told. New connections work.</summary>
    public void Silence() => Interlocked.Exchange(ref silence, new CancellationTokenSource()).Cancel();

    /// <summary>Everything that is connected now is cut off, and is told. New connections work.</summary>
    public void Cut()
    {
        while (clients.TryTake(out var client))
            client.Dispose();
    }

    /// <summary>Closes all.</summary>
    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        listener.Stop();
        Cut();
    }

    private async Task Accept()
    {
        while (!ended.IsCancellationRequested)
        {
            var client = await listener.AcceptTcpClientAsync(ended.Token);
            var server = new TcpClient();
            clients.Add(client);
            clients.Add(server);
            await server.ConnectAsync(IPAddress.Loopback, target, ended.Token);
            var silenced = silence.Token;
            _ = Relay(client, server, silenced);
            _ = Relay(server, client, silenced);
        }
    }

    private static async Task Relay(TcpClient from, TcpClient to, CancellationToken silenced)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream(), silenced);
            to.Client.Shutdown(SocketShutdown.Send);
        }
        catch (OperationCanceledException)
        {
            // Silenced: both sockets stay open, and nobody reads them.
        }
        catch (IOException)
        {
            // One of the two has gone.
        }
        catch (SocketException)
        {
            // It went between the last byte and the farewell.
        }
        catch (ObjectDisposedException)
        {
            // The relay is closed.
        }
    }
}
