using Google.Protobuf;
using NaraVard.Grpc.Tests.Echo.V1;
using NaraVard.Grpc.Tests.Raw;
using NaraVard.Testing.Made;

namespace NaraVard.Grpc.Tests.Hostile.Calls;

/// <summary>What is done to a sound gRPC request. Whether it is still sound then is for the oracle to say.</summary>
internal static class GrpcFaults
{
    private static readonly string?[] ContentTypes =
    [
        null, "application/json", "application/grpc+json", "application/grpc-web", "application/grpcx", "text/plain",
        "application/grpc+proto", "Application/GRPC", "application/grpc; charset=utf-8", "a", ";", "application/",
    ];

    private static readonly string[] Paths =
    [
        "/", "/a", "/echo.v1.TestService", "/echo.v1.TestService/", "/echo.v1.TestService/Nothing",
        "/ECHO.v1.TestService/Say", "/echo.v1.TestService/Say/", "/echo.v1.TestService/Missing/x", "/x.Y/Z",
        "/echo.v1.TestService/Say/Say", "/echo.v1.TestService%2FSay", "/..", "/" + new string('a', 3000),
    ];

    private static readonly string[] Timeouts =
        ["", "S", "5", "-1S", "1.5S", "1s", "123456789S", "1 S", "0x1S", "1SS", "NaN", "99999999H", "20S", "1m", "0n"];

    private static readonly string[] Encodings = ["br", "deflate", "gzip, gzip", "GZIP", "", "identity", "gzip"];

    /// <summary>All of them, by name.</summary>
    public static readonly (string Name, Action<GrpcRequest, Random> Do)[] All =
    [
        ("verb", (r, random) => r.Verb = Pick(random, "GET", "PUT", "DELETE", "PATCH", "OPTIONS", "BREW", "HEAD")),
        ("content type", (r, random) => r.ContentType = Pick(random, ContentTypes)),
        ("path", (r, random) => r.Path = Pick(random, Paths)),
        ("timeout", (r, random) => r.Timeout = Pick(random, Timeouts)),
        ("encoding", (r, random) => r.Encoding = Pick(random, Encodings)),
        ("many headers", ManyHeaders),
        ("bad binary header", BadBinary),
        ("binary header", (r, random) => r.Metadata.Add(("echo-y-bin", Pick(random, "AQ==", "AQ, Ag", "", "AQID")))),
        ("header beyond ASCII", (r, _) => r.HasBadMetadata = Add(r, "echo-z", "å")),
        ("damaged message", (r, random) => Change(r, random, frame => Framed.Of(0, Damage.Of(frame[5..], random)))),
        ("random message", (r, random) => Change(r, random, _ => Framed.Of(0, Noise(random, 60)))),
        ("odd message", (r, random) => Change(r, random, _ => Framed.Of(0, OddProtobuf.Of(random)))),
        ("huge text", (r, random) => Change(r, random, _ => Framed.Of(0, Huge(random)))),
        ("damaged frame", (r, random) => Change(r, random, frame => Damage.Of(frame, random))),
        ("length that lies", (r, random) => Change(r, random, frame => Framed.Of(0, frame[5..], Lie(random, frame)))),
        ("flags", (r, random) => Change(r, random, frame => Framed.Of((byte)random.Next(1, 256), frame[5..]))),
        ("packed", (r, random) => Pack(r, random, Framed.Gzip)),
        ("packed and damaged", (r, random) => Pack(r, random, content => Damage.Of(Framed.Gzip(content), random))),
        ("bomb", (r, random) => Pack(r, random, _ => Framed.Gzip(new byte[random.Next(1, 40) * 10_000]))),
        ("packed twice", (r, random) => Pack(r, random, content => Framed.Gzip(Framed.Gzip(content)))),
        ("no message", (r, _) => r.Messages.Clear()),
        ("more messages", (r, random) => r.Messages.Insert(
            random.Next(r.Messages.Count + 1), Framed.Of(0, r.Content(random)))),
        ("bytes after", (r, random) => r.Messages.Add(Noise(random, 10))),
        ("cut off", (r, random) => Change(r, random, frame => frame[..random.Next(frame.Length)])),
        ("left open", (r, _) => r.Ending = Ending.LeftOpen),
        ("reset", (r, _) => r.Ending = Ending.Reset),
        ("trailers", (r, _) => r.Ending = Ending.Trailed),
    ];

    private static T Pick<T>(Random random, params T[] choices) => choices[random.Next(choices.Length)];

    private static void Change(GrpcRequest request, Random random, Func<byte[], byte[]> change)
    {
        if (request.Messages.Count == 0)
            request.Messages.Add(Framed.Of(0, []));
        var at = random.Next(request.Messages.Count);
        // What another fault has left too short for a frame stays as it is.
        if (request.Messages[at].Length >= 5)
            request.Messages[at] = change(request.Messages[at]);
    }

    private static void Pack(GrpcRequest request, Random random, Func<byte[], byte[]> pack)
    {
        if (random.Next(5) > 0)
            request.Encoding = "gzip";
        Change(request, random, frame => Framed.Of(1, pack(frame[5..])));
    }

    private static byte[] Noise(Random random, int sizeMax)
    {
        var bytes = new byte[random.Next(1, sizeMax)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static byte[] Huge(Random random)
    {
        var size = Pick(random, 1_000, 16_384, 16_385, HostileHost.MessageMax - 4, HostileHost.MessageMax - 3, 100_000);
        return new SayRequest { Text = new string('x', size) }.ToByteArray();
    }

    private static uint Lie(Random random, byte[] frame) => Pick<uint>(random,
        0u, 1u, (uint)frame.Length - 4, (uint)frame.Length + 20, HostileHost.MessageMax, HostileHost.MessageMax + 1,
        int.MaxValue, 0x8000_0000, uint.MaxValue, uint.MaxValue - 4);

    private static void ManyHeaders(GrpcRequest request, Random random)
    {
        var (count, size) = (random.Next(1, 80), random.Next(1, 250));
        for (var i = 0; i < count; i++)
            request.Metadata.Add(($"x-{i}", MadeText.OfHeader(random, size)));
    }

    private static void BadBinary(GrpcRequest request, Random random)
    {
        request.HasBadMetadata = true;
        Add(request, "echo-b-bin", Pick(random, "%%%", "A", "AQ==,%", "AQID!", "A=B="));
    }

    private static bool Add(GrpcRequest request, string name, string value)
    {
        request.Metadata.Add((name, value));
        return true;
    }
}
