namespace NaraVard.Grpc.Tests.Hostile.Transport;

/// <summary>
/// Requests that RFC 9113 calls malformed: they are never served, but reset, refused with 400 or 431, or the end of
/// their connection.
/// </summary>
internal static class MalformedHeaders
{
    private static readonly (string Name, string Value)[] Sound =
    [
        (":method", "POST"), (":scheme", "http"), (":path", "/echo.v1.TestService/Say"), (":authority", "localhost"),
        ("content-type", "application/grpc"), ("te", "trailers"),
    ];

    /// <summary>All of them.</summary>
    public static readonly (string Name, IReadOnlyList<(string Name, string Value)> Headers)[] All =
    [
        ("upper case", [.. Sound, ("X-Upper", "1")]),
        ("a connection header", [.. Sound, ("connection", "close")]),
        ("te that is not trailers", [.. Sound[..5], ("te", "gzip")]),
        ("no method", Sound[1..]),
        ("no scheme", [.. Sound.Where(header => header.Name != ":scheme")]),
        ("no path", [.. Sound.Where(header => header.Name != ":path")]),
        ("two methods", [(":method", "POST"), .. Sound]),
        ("two paths", [(":path", "/"), .. Sound]),
        ("a late pseudo-header", [.. Sound, (":late", "1")]),
        ("an unknown pseudo-header", [(":unknown", "1"), .. Sound]),
        ("a pseudo-header of answers", [(":status", "200"), .. Sound]),
        ("an empty path", [.. Sound[..2], (":path", ""), .. Sound[3..]]),
        ("a path of nothing", [.. Sound[..2], (":path", "%"), .. Sound[3..]]),
        ("NUL in the path", [.. Sound[..2], (":path", "/%00"), .. Sound[3..]]),
        ("an empty method", [(":method", ""), .. Sound[1..]]),
        ("an odd method", [(":method", "PO ST"), .. Sound[1..]]),
        ("an odd scheme", [Sound[0], (":scheme", "ftp?"), .. Sound[2..]]),
        ("an odd authority", [.. Sound[..3], (":authority", "a b/"), .. Sound[4..]]),
        ("a line break in a value", [.. Sound, ("x-a", "1\r\nx-b: 2")]),
        ("NUL in a value", [.. Sound, ("x-a", "1\0")]),
        ("an empty name", [.. Sound, ("", "1")]),
        ("a content length that lies", [.. Sound, ("content-length", "7")]),
        ("a content length that is none", [.. Sound, ("content-length", "-1")]),
        ("too many headers", [.. Sound, .. Enumerable.Range(0, 120).Select(i => ($"x-{i}", "1"))]),
        ("headers too large", [.. Sound, .. Enumerable.Range(0, 5).Select(i => ($"x-{i}", new string('x', 7_900)))]),
    ];
}
