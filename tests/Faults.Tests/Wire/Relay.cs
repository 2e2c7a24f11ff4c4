using System.Net;
using System.Net.Sockets;

namespace NaraVard.Faults.Tests.Wire;

/// <summary>
/// Stands between a process and a server, and sees each message before the other side does. So the process can be
/// killed at the very message, without a line of its own knowing.
/// </summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ended = new();
    private readonly int target;
    private readonly Func<IWire> wire;
    private readonly Trap trap;

    public Relay(int target, Func<IWire> wire, Trap trap)
    {
        (this.target, this.wire, this.trap) = (target, wire, trap);
        listener.Start();
        _ = Accept();
    }

    /// <summary>Where the process finds its server.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        listener.Stop();
    }

    private async Task Accept()
    {
        while (!ended.IsCancellationRequested)
            _ = Serve(await listener.AcceptTcpClientAsync(ended.Token));
    }

    private async Task Serve(TcpClient process)
    {
        using var server = new TcpClient { NoDelay = true };
        process.NoDelay = true;
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, target, ended.Token);
            var (down, up) = (process.GetStream(), server.GetStream());
            var speaks = wire();
            // Whichever side goes away, the other is told at once.
            await await Task.WhenAny(Pump(down, up, speaks.FromProcess), Pump(up, down, speaks.FromServer));
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
        {
            // One of the two has died.
        }
        finally
        {
            process.Dispose();
        }
    }

    private async Task Pump(NetworkStream from, NetworkStream to, Func<ReadOnlySpan<byte>, Seen?> read)
    {
        var bytes = new byte[1 << 16];
        var count = 0;
        while (!trap.IsSprung && await from.ReadAsync(bytes.AsMemory(count), ended.Token) is > 0 and var more)
        {
            count += more;
            var (passed, seen) = (0, 0);
            while (!trap.IsSprung && read(bytes.AsSpan(seen, count - seen)) is { } message)
            {
                if (message.Here.Any(trap.Springs))
                    break;
                seen += message.Length;
                if (message.Gone is not { } step)
                    continue;
                await to.WriteAsync(bytes.AsMemory(passed..seen), ended.Token);
                passed = seen;
                trap.Springs(new Moment(step, Side.After));
            }

            await to.WriteAsync(bytes.AsMemory(passed..seen), ended.Token);
            bytes.AsSpan(seen, count - seen).CopyTo(bytes);
            count -= seen;
            if (count == bytes.Length)
                Array.Resize(ref bytes, 2 * bytes.Length);
        }
    }
}
