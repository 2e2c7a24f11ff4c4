using System.Text;
using NaraVard.Grpc.Tests.Raw;

namespace NaraVard.Grpc.Tests.Hostile.Transport;

/// <summary>
/// Bytes that break HTTP/2 itself, and the codes with which RFC 9113 has the connection end. Streams below 1000 are
/// left to sound requests.
/// </summary>
internal static class FrameFaults
{
    private const int Protocol = 1;
    private const int Internal = 2;
    private const int FlowControl = 3;
    private const int StreamClosed = 5;
    private const int FrameSize = 6;
    private const int Compression = 9;
    private const byte NoFlags = 0;

    /// <summary>A stream that nobody has opened.</summary>
    public const int Fresh = 1001;

    private static byte[] Sound => RawHeaders.Encode(
    [
        (":method", "POST"), (":scheme", "http"), (":path", "/echo.v1.TestService/Say"), (":authority", "localhost"),
        ("content-type", "application/grpc"), ("te", "trailers"),
    ]);

    private static byte[] Open => Frames.Of(Frames.Headers, Frames.EndHeaders, Fresh, Sound);

    private static byte[] Whole => Frames.Of(Frames.Headers, Frames.EndHeaders | Frames.EndStream, Fresh, Sound);

    /// <summary>All of them: what is sent, and the codes that may answer it.</summary>
    public static readonly (string Name, Func<Random, byte[]> Bytes, int[] Codes)[] All =
    [
        ("DATA on an idle stream", _ => Frames.Of(Frames.Data, NoFlags, Fresh, [1]), [Protocol, StreamClosed]),
        ("DATA on stream 0", _ => Frames.Of(Frames.Data, NoFlags, 0, [1]), [Protocol]),
        ("DATA after the end", _ => [.. Whole, .. Frames.Of(Frames.Data, NoFlags, Fresh, [1])], [StreamClosed]),
        ("DATA with too much padding", _ => [.. Open, .. Frames.Of(Frames.Data, Frames.Padded, Fresh, [9, 1])],
            [Protocol]),
        ("DATA with padding of nothing", _ => [.. Open, .. Frames.Of(Frames.Data, Frames.Padded, Fresh, [])],
            [Protocol, FrameSize]),
        ("a frame too large", _ => Frames.Of(Frames.Data, NoFlags, Fresh, new byte[20_000]), [FrameSize]),
        ("a length that lies", r => [.. Frames.Of(Frames.Headers, Frames.EndHeaders, Fresh, Sound, r.Next(1, 60)),
            .. new byte[9]], [Protocol, FrameSize, Compression]),
        ("HEADERS on stream 0", _ => Frames.Of(Frames.Headers, Frames.EndHeaders, 0, Sound), [Protocol]),
        ("HEADERS on an even stream", _ => Frames.Of(Frames.Headers, Frames.EndHeaders, 1002, Sound), [Protocol]),
        ("HEADERS on an older stream",
            _ => [.. Whole, .. Frames.Of(Frames.Headers, Frames.EndHeaders, Fresh - 2, Sound)],
            [Protocol, StreamClosed]),
        ("HEADERS twice", _ => [.. Open, .. Open], [Protocol]),
        ("HEADERS after the end", _ => [.. Whole, .. Whole], [Protocol, StreamClosed]),
        ("HEADERS that depend on themselves", _ => Frames.Of(
            Frames.Headers, Frames.EndHeaders | 0x20, Fresh, [0, 0, 3, 0xE9, 1, .. Sound]), [Protocol]),
        ("HEADERS with too much padding", _ => Frames.Of(
            Frames.Headers, Frames.EndHeaders | Frames.Padded, Fresh, [250, .. Sound]), [Protocol]),
        ("HEADERS broken by DATA",
            _ => [.. Frames.Of(Frames.Headers, NoFlags, Fresh, Sound), .. Frames.Of(0, NoFlags, Fresh, [1])],
            [Protocol]),
        ("CONTINUATION alone", _ => Frames.Of(Frames.Continuation, Frames.EndHeaders, Fresh, Sound), [Protocol]),
        ("CONTINUATION of another stream",
            _ => [.. Frames.Of(Frames.Headers, NoFlags, Fresh, Sound),
                .. Frames.Of(Frames.Continuation, Frames.EndHeaders, Fresh + 2, Sound)], [Protocol]),
        ("headers that are no HPACK", r => Frames.Of(Frames.Headers, Frames.EndHeaders, Fresh, Noise(r)),
            [Compression, Protocol]),
        ("HPACK index 0", _ => Frames.Of(Frames.Headers, Frames.EndHeaders, Fresh, [0x80]), [Compression, Internal]),
        ("HPACK index beyond the table", _ => Frames.Of(Frames.Headers, Frames.EndHeaders, Fresh, [0xFF, 0x7F]),
            [Compression]),
        ("HPACK number without end", _ => Frames.Of(
            Frames.Headers, Frames.EndHeaders, Fresh, [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]), [Compression]),
        ("HPACK text cut off", _ => Frames.Of(Frames.Headers, Frames.EndHeaders, Fresh, [0, 0x7F, 0x41]),
            [Compression]),
        ("HPACK table too large", _ => Frames.Of(Frames.Headers, Frames.EndHeaders, Fresh, [0x3F, 0xE1, 0xFF, 0x7F]),
            [Compression]),
        ("SETTINGS on a stream", _ => Frames.Of(Frames.Settings, NoFlags, Fresh, []), [Protocol]),
        ("SETTINGS of an odd length", _ => Frames.Of(Frames.Settings, NoFlags, 0, [1, 2, 3]), [FrameSize]),
        ("SETTINGS acknowledged with content",
            _ => Frames.Of(Frames.Settings, Frames.Acknowledged, 0, [0, 1, 0, 0, 0, 0]), [FrameSize]),
        ("SETTINGS with a window too large",
            _ => Frames.Of(Frames.Settings, NoFlags, 0, [0, 4, 0x80, 0, 0, 0]), [FlowControl]),
        ("SETTINGS with frames too small",
            _ => Frames.Of(Frames.Settings, NoFlags, 0, [0, 5, 0, 0, 0, 1]), [Protocol]),
        ("SETTINGS with odd push", _ => Frames.Of(Frames.Settings, NoFlags, 0, [0, 2, 0, 0, 0, 7]), [Protocol]),
        ("PING on a stream", _ => Frames.Of(Frames.Ping, NoFlags, Fresh, new byte[8]), [Protocol]),
        ("PING of an odd length", _ => Frames.Of(Frames.Ping, NoFlags, 0, new byte[7]), [FrameSize]),
        ("RST_STREAM of an idle stream", _ => Frames.Reset(Fresh), [Protocol]),
        ("RST_STREAM of stream 0", _ => Frames.Reset(0), [Protocol]),
        ("RST_STREAM of an odd length", _ => [.. Open, .. Frames.Of(Frames.ResetStream, NoFlags, Fresh, [1])],
            [FrameSize]),
        ("WINDOW_UPDATE of nothing", _ => Frames.Of(Frames.WindowUpdate, NoFlags, 0, [0, 0, 0, 0]), [Protocol]),
        ("WINDOW_UPDATE of too much",
            _ => Frames.Of(Frames.WindowUpdate, NoFlags, 0, [0x7F, 0xFF, 0xFF, 0xFF]), [FlowControl]),
        ("WINDOW_UPDATE of an odd length", _ => Frames.Of(Frames.WindowUpdate, NoFlags, 0, [1]), [FrameSize]),
        ("WINDOW_UPDATE of an idle stream",
            _ => Frames.Of(Frames.WindowUpdate, NoFlags, Fresh, [0, 0, 0, 1]), [Protocol]),
        ("PRIORITY of an odd length", _ => Frames.Of(Frames.Priority, NoFlags, Fresh, [1]), [FrameSize]),
        ("PRIORITY on stream 0", _ => Frames.Of(Frames.Priority, NoFlags, 0, [0, 0, 0, 3, 1]), [Protocol]),
        ("PRIORITY on itself", _ => Frames.Of(Frames.Priority, NoFlags, Fresh, [0, 0, 3, 0xE9, 1]), [Protocol]),
        ("PUSH_PROMISE", _ => Frames.Of(Frames.PushPromise, Frames.EndHeaders, Fresh, [0, 0, 0, 2, .. Sound]),
            [Protocol]),
        ("GOAWAY on a stream", _ => Frames.Of(Frames.GoAway, NoFlags, Fresh, new byte[8]), [Protocol]),
        ("GOAWAY", _ => Frames.Of(Frames.GoAway, NoFlags, 0, new byte[8]), [0]),
        ("a second preface", _ => Encoding.ASCII.GetBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), [FrameSize, Protocol]),
        ("another protocol", _ => Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: a\r\n\r\n"), [FrameSize, Protocol]),
    ];

    private static byte[] Noise(Random random)
    {
        var bytes = new byte[random.Next(1, 100)];
        random.NextBytes(bytes);
        return bytes;
    }
}
