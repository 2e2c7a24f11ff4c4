using System.Text;

namespace NaraVard.Grpc.Tests.Hostile.Transport;

/// <summary>JSON over HTTP/1.1, broken; and the statuses that may answer it. None: the server only closes.</summary>
internal static class Http1Faults
{
    private const string Post = "POST /kinds/v1/echoes HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
    private const string Json = "Content-Type: application/json\r\n";

    /// <summary>All of them.</summary>
    public static readonly (string Name, string Text, int[] Statuses)[] All =
    [
        ("sound", Post + Json + "Content-Length: 2\r\n\r\n{}", [200]),
        ("sound in chunks", Post + Json + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1\r\n}\r\n0\r\n\r\n", [200]),
        ("no chunk size", Post + Json + "Transfer-Encoding: chunked\r\n\r\n\r\n{}", [400]),
        ("an odd chunk size", Post + Json + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n", [400]),
        ("a negative chunk size", Post + Json + "Transfer-Encoding: chunked\r\n\r\n-1\r\n{}\r\n", [400]),
        ("a huge chunk size", Post + Json + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffff\r\n{}\r\n", [400, 413]),
        ("a chunk without end", Post + Json + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}x0\r\n\r\n", [400]),
        ("a body too large", Post + Json + "Content-Length: 99999\r\n\r\n{}", [413]),
        ("a length too large", Post + Json + "Content-Length: 99999999999999999999\r\n\r\n{}", [400]),
        ("a negative length", Post + Json + "Content-Length: -1\r\n\r\n{}", [400]),
        ("two lengths", Post + Json + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", [400]),
        ("length and chunks", Post + Json + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            [200, 400]),
        ("an unknown coding", Post + Json + "Transfer-Encoding: gzip\r\n\r\n{}", [400, 501]),
        ("no length", Post + Json + "\r\n", [200, 411]),
        ("no host", "GET /visits/v1/visits/a HTTP/1.1\r\nConnection: close\r\n\r\n", [400]),
        ("two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n", [400]),
        ("a header without colon", Post + "Nonsense\r\n\r\n", [400]),
        ("a folded header", Post + "X-A: 1\r\n b\r\n\r\n", [400]),
        ("a header with NUL", Post + "X-A: \0\r\n\r\n", [400]),
        ("a header too large", Post + $"X-A: {new string('x', 40_000)}\r\n\r\n", [431]),
        ("too many headers", Post + string.Concat(Enumerable.Repeat("X-A: 1\r\n", 120)) + "\r\n", [431]),
        ("a line too long", $"GET /{new string('x', 9_000)} HTTP/1.1\r\nHost: a\r\n\r\n", [414]),
        ("an unknown version", "GET / HTTP/9.9\r\nHost: a\r\n\r\n", [505]),
        ("no version", "GET /\r\n\r\n", [400]),
        ("an odd method", "G\u0001T / HTTP/1.1\r\nHost: a\r\n\r\n", [400]),
        ("NUL in the path", "GET /%00 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", [400]),
        ("a broken escape", "GET /visits/v1/visits/%FF HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", [400]),
        ("an absolute target", "GET http://a/visits/v1/visits/b HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            [200]),
        ("gRPC over HTTP/1.1", "POST /echo.v1.TestService/Say HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
            + "Content-Type: application/grpc\r\nContent-Length: 5\r\n\r\n\0\0\0\0\0", [426]),
        ("no HTTP", "\u0016\u0003\u0001\u0002\0\u0001", [400]),
    ];

    public static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}
