using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using NaraVard.Grpc.Tests.Echo.V1;
using NaraVard.Grpc.Tests.Raw;

namespace NaraVard.Grpc.Tests.Hostile.Transport;

/// <summary>
/// Clients that are slow on purpose or leave half of a connection open. They wait at the same time, and each has to
/// be cut off or answered by the limits of the server.
/// </summary>
internal static class Loris
{
    private static readonly TimeSpan CutOffMax = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Dribble = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(2);

    /// <summary>All ways to be slow.</summary>
    public static readonly (string Name, Func<HostileHost, Task<string?>> Do)[] All =
    [
        ("nothing said", host => Tcp(host.Http2, "", isHalfClosed: false)),
        ("nothing said to HTTP/1.1", host => Tcp(host.Http1, "", isHalfClosed: false)),
        ("half a preface", host => Tcp(host.Http2, "PRI * HTTP/2.0\r\n\r\nS", isHalfClosed: false)),
        ("half a preface, half closed", host => Tcp(host.Http2, "PRI * HTTP/2.0\r\n\r\nS", isHalfClosed: true)),
        ("half a header", host => Tcp(host.Http1, "GET / HTTP/1.1\r\nHost: lo", isHalfClosed: false)),
        ("half a header, half closed", host => Tcp(host.Http1, "GET / HTTP/1.1\r\nHost: lo", isHalfClosed: true)),
        ("half a body", host => Tcp(host.Http1, HalfBody, isHalfClosed: false)),
        ("half a body, half closed", host => Tcp(host.Http1, HalfBody, isHalfClosed: true)),
        ("headers that never end", host => Cut(host, _ => Task.CompletedTask, Frames.Of(1, 0, 1, [0]))),
        ("headers without end", host => Cut(host, _ => Task.CompletedTask, Endless())),
        ("a call that never begins", host => Cut(host, wire => Unfinished(wire, "Say"))),
        ("a call byte by byte", host => Cut(host, DribbleBytes)),
        ("a JSON body that never ends", host => Cut(host, wire => wire.Request(Json, isEnd: false))),
        ("replies that nobody takes", host => Cut(host, Deaf, window: 0)),
        ("a stream half closed", host => Cut(host, async wire =>
        {
            await Unfinished(wire, "Chat");
            wire.HalfClose();
        })),
        ("requests that never end", host => Expires(host, "Collect")),
        ("a chat that never ends", host => Expires(host, "Chat")),
    ];

    private const string HalfBody =
        "POST /kinds/v1/echoes HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{";

    private static (string, string)[] Json =>
    [
        (":method", "POST"), (":scheme", "http"), (":path", "/kinds/v1/echoes"), (":authority", "localhost"),
        ("content-type", "application/json"),
    ];

    /// <summary>Kestrel's own limits, as short as it lets them be.</summary>
    public static void Limit(KestrelServerLimits limits)
    {
        limits.KeepAliveTimeout = Short;
        limits.RequestHeadersTimeout = Short;
        limits.MinRequestBodyDataRate = new(1000, Short);
        limits.MinResponseDataRate = new(1000, Short);
    }

    // Far more than the 32 KB of headers that Kestrel takes.
    private static byte[] Endless()
    {
        var piece = RawHeaders.Encode([("x-long", new string('x', 8_000))]);
        return
        [
            .. Frames.Of(Frames.Headers, 0, 1, piece),
            .. Enumerable.Repeat(Frames.Of(Frames.Continuation, 0, 1, piece), 20).SelectMany(frame => frame),
        ];
    }

    private static async Task<string?> Tcp(Uri address, string text, bool isHalfClosed)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(address.Host, address.Port);
        var stream = tcp.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text));
        if (isHalfClosed)
            tcp.Client.Shutdown(SocketShutdown.Send);
        using var late = new CancellationTokenSource(CutOffMax);
        var buffer = new byte[1024];
        try
        {
            while (await stream.ReadAsync(buffer, late.Token) > 0)
            {
            }
            return null;
        }
        catch (IOException)
        {
            return null;
        }
        catch (OperationCanceledException)
        {
            return "the connection goes on";
        }
    }

    private static async Task<string?> Cut(
        HostileHost host, Func<RawConnection, Task> slow, byte[]? bytes = null, int window = 1_000_000)
    {
        await using var wire = await RawConnection.Open(host.Http2, window);
        if (bytes is not null)
            await wire.Send(bytes);
        await slow(wire);
        return await Task.WhenAny(wire.Ended, Task.Delay(CutOffMax)) == wire.Ended ? null : "the connection goes on";
    }

    private static async Task<string?> Expires(HostileHost host, string method)
    {
        await using var wire = await RawConnection.Open(host.Http2);
        var stream = await wire.Request($"/echo.v1.TestService/{method}", false, ("grpc-timeout", "3S"));
        await wire.Data(stream, Framed.Say("x")[..^1], isEnd: false);
        var answer = await wire.Answer(stream);
        return answer.IsCut || answer.Status == "4" ? null : $"status {answer.Status}";
    }

    private static async Task Unfinished(RawConnection wire, string method)
    {
        var stream = await wire.Request($"/echo.v1.TestService/{method}", isEnd: false);
        await wire.Data(stream, Framed.Say("hej")[..4], isEnd: false);
    }

    private static async Task DribbleBytes(RawConnection wire)
    {
        var stream = await wire.Request("/echo.v1.TestService/Say", isEnd: false);
        using var timer = new PeriodicTimer(Dribble);
        foreach (var piece in Framed.Say(new string('x', 2_000)).Chunk(1))
        {
            await wire.Data(stream, piece, isEnd: false);
            if (wire.Ended.IsCompleted)
                return;
            await timer.WaitForNextTickAsync();
        }
    }

    private static async Task Deaf(RawConnection wire)
    {
        var request = Framed.Message(
            new RepeatRequest { Count = TameService.RepliesMax, Text = new string('x', 2_000) });
        var stream = await wire.Request("/echo.v1.TestService/Repeat", isEnd: false);
        await wire.Data(stream, request, isEnd: true);
    }
}
