using System.Text;
using System.Text.Json;
using NaraVard.Testing.Made;

namespace NaraVard.Grpc.Tests.Hostile.Texts;

/// <summary>What is done to a sound JSON request, and the status that each calls for.</summary>
internal static class JsonFaults
{
    private static readonly string[] Anys =
    [
        "{}", "{\"@type\":1}", "{\"@type\":\"\"}", "{\"@type\":\"x/transcoding.v1.Nothing\"}",
        "{\"@type\":\"x/transcoding.v1.Kinds.TextsByNameEntry\",\"key\":\"a\",\"value\":\"b\"}",
        "{\"@type\":\"x/google.protobuf.UninterpretedOption.NamePart\"}",
        "{\"@type\":\"x/google.protobuf.FileDescriptorSet\",\"file\":[{\"name\":\"a\"}]}",
        "{\"@type\":\"x/google.protobuf.Any\",\"value\":{\"@type\":\"x/google.protobuf.Any\"}}",
        "{\"@type\":\"x/google.protobuf.Timestamp\",\"value\":null}", "{\"@type\":\"x/google.protobuf.Value\"}",
        "{\"@type\":\"x/google.protobuf.Struct\",\"value\":{\"a\":[null]}}", "{\"@type\":\"x/transcoding.v1.Inner\"}",
        "{\"@type\":\"x/google.protobuf.Int32Value\",\"value\":1,\"value\":2}", "[]", "7",
    ];

    private static readonly string[] Wrong =
    [
        "int32Field 3000000000", "int32Field 1.5", "int32Field \"x\"", "uint32Field -1", "boolField \"true\"",
        "stringField 5", "bytesField \"*\"", "colour \"NOPE\"", "colour 1.5", "inner 5", "inner []", "numbers 5",
        "numbers {}", "texts \"a\"", "textsByName []", "innersByNumber 5", "time \"yesterday\"", "time 5",
        "time \"2026-13-01T00:00:00Z\"", "time \"2026-03-01Tåååååå\"", "duration \"5\"", "duration \"-s\"",
        "mask \"a b\"", "struct 5", "struct []", "list {}", "int64Value \"x\"", "boolValue 1", "floatField 1e300",
        "doubleField 1e400", "sint64Field 99999999999999999999", "duration \"99999999999999s\"", "any 5",
        "bytesValue \"a\\ud800\"", "stringField \"\\ud800\"", "time \"å-03-01Tååååååååååå\"",
    ];

    /// <summary>All of them, by name.</summary>
    public static readonly (string Name, Action<JsonRequest, Random> Do)[] All =
    [
        ("damaged body", (r, random) => Change(r, body => Damage.Of(body, random))),
        ("truncated", (r, random) => Change(r, body => body[..random.Next(body.Length + 1)])),
        ("no JSON", (r, random) => Change(r, _ => Noise(random))),
        ("not UTF-8", (r, _) => Spoil(r, [.. "{\"zzz\":\""u8, 0xC3, 0x28, .. "\"}"u8], null)),
        ("unknown member", (r, _) => Spoil(r, "{\"zzz\":[{\"a\":1}]}"u8, "zzz")),
        ("many unknown members", (r, random) => Spoil(r, Members(random.Next(1, 4000)), "z0")),
        ("wrong type", WrongType),
        ("odd Any", (r, random) => OfEcho(r, $"{{\"any\":{Pick(random, Anys)}}}", isSurelyWrong: false, null)),
        ("deep objects", (r, random) => Deep(r, random, "{\"inner\":", "{}", "}")),
        ("deep lists", (r, random) => Deep(r, random, "[", "", "]")),
        ("many digits", (r, random) => OfEcho(
            r, $"{{\"int64Field\":{new string('7', random.Next(20, 30_000))}}}", isSurelyWrong: true, "int64Field")),
        ("many zeros", (r, random) => OfEcho(
            r, $"{{\"int64Field\":1.{new string('0', random.Next(20, 30_000))}}}", isSurelyWrong: false, "int64Field")),
        ("a huge body", HugeBody),
        ("a body where none is taken", Unwanted),
        ("verb", (r, random) => Verb(r, Pick(random, "PATCH", "OPTIONS", "BREW", "HEAD"))),
        ("content type", (r, random) => ContentType(r, Pick(
            random, "text/plain", "application/xml", "application/jsonx", "application/json; charset=latin1", ";"))),
        ("content encoding", ContentEncoding),
        ("accept", (r, random) => Accept(r, Pick(random, "image/png", "text/html;q=0.5", "application/json;q=0"))),
        ("odd accept", (r, random) => OddAccept(r, MadeText.OfHeader(random, 30))),
        ("odd language", (r, random) => r.Headers.Add(("accept-language", MadeText.OfHeader(random, 30)))),
        ("odd binary header", (r, _) => r.Headers.Add(("x-bin", "%%%"))),
        ("path that is not there", (r, random) => Elsewhere(r, Pick(random, "/x", "//", "/a/b/c", "/%41"))),
        ("damaged path", (r, random) => DamagedPath(r, random)),
        ("query", (r, random) => JsonQueryFaults.Do(r, random)),
        ("reset", (r, _) => r.Ending = Ending.Reset),
        ("trailers", (r, _) => r.Ending = Ending.Trailed),
    ];

    private static T Pick<T>(Random random, params T[] choices) => choices[random.Next(choices.Length)];

    private static void Change(JsonRequest request, Func<byte[], byte[]> change)
    {
        if (!request.MaySpoil() || request.Body is not { } body)
            return;
        request.Body = change(body);
        if (IsJson(request.Body))
            request.Faults.Add(400);
        else
            request.Fault(400);
    }

    private static void Spoil(JsonRequest request, ReadOnlySpan<byte> body, string? blamed)
    {
        if (request.Body is null || !request.MaySpoil())
            return;
        request.Body = body.ToArray();
        request.Blamed = blamed;
        request.Fault(400);
    }

    private static void WrongType(JsonRequest request, Random random)
    {
        var (field, value) = Pick(random, Wrong).Split(' ', 2) is [var first, var second] ? (first, second) : default;
        OfEcho(request, $"{{\"{field}\":{value}}}", isSurelyWrong: true, field);
    }

    private static void OfEcho(JsonRequest request, string body, bool isSurelyWrong, string? blamed)
    {
        if (request.Name != "echo" || !request.MaySpoil())
            return;
        request.Body = Encoding.UTF8.GetBytes(body);
        request.Faults.Add(400);
        request.MayBeServed &= !isSurelyWrong;
        request.Blamed = blamed;
    }

    private static void Deep(JsonRequest request, Random random, string open, string middle, string close)
    {
        var depth = random.Next(1, 300);
        var (before, after) = (Repeat(open, depth), Repeat(close, depth));
        var (name, value) = open == "[" ? ("list", before + middle + after) : ("inner", before + middle + after);
        OfEcho(request, $"{{\"{name}\":{value}}}", isSurelyWrong: depth > 64, null);
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static byte[] Members(int count) => Encoding.UTF8.GetBytes(
        $"{{{string.Join(',', Enumerable.Range(0, count).Select(i => $"\"z{i}\":{i}"))}}}");

    private static void HugeBody(JsonRequest request, Random random)
    {
        if (request.Body is null || !request.MaySpoil())
            return;
        request.Body = [.. request.Body, .. Enumerable.Repeat((byte)' ', random.Next(1, 100_000))];
        if (request.Body.Length > HostileHost.MessageMax)
            request.Fault(413);
    }

    private static void Unwanted(JsonRequest request, Random random)
    {
        if (request.Body is not null || !request.MaySpoil())
            return;
        request.Body = "{}"u8.ToArray();
        request.Fault(400);
    }

    private static void Verb(JsonRequest request, string verb)
    {
        request.Verb = verb;
        request.Fault(405);
    }

    private static void ContentType(JsonRequest request, string type)
    {
        if (request.Body is not { Length: > 0 })
            return;
        request.ContentType = type;
        request.Fault(415);
    }

    private static void ContentEncoding(JsonRequest request, Random random)
    {
        if (request.Body is not { Length: > 0 })
            return;
        request.Headers.Add(("content-encoding", Pick(random, "gzip", "br", "x")));
        request.Fault(415);
    }

    private static void Accept(JsonRequest request, string accept)
    {
        request.Headers.RemoveAll(header => header.Name == "accept");
        request.Headers.Add(("accept", accept));
        request.Fault(406);
    }

    private static void OddAccept(JsonRequest request, string accept)
    {
        if (request.Done.Contains("accept"))
            return;
        request.Headers.RemoveAll(header => header.Name == "accept");
        request.Headers.Add(("accept", accept));
        request.Faults.Add(406);
    }

    private static void Elsewhere(JsonRequest request, string path)
    {
        request.Path = path;
        request.Fault(404);
    }

    private static void DamagedPath(JsonRequest request, Random random)
    {
        var damaged = Encoding.Latin1.GetString(Damage.Of(Encoding.Latin1.GetBytes(request.Path), random));
        // What no header may hold would end the connection of the others too.
        request.Path = new([.. damaged.Select(letter => letter is > ' ' and < '\x7f' ? letter : '~')]);
        foreach (var status in (int[])[400, 404, 405])
            request.Faults.Add(status);
        request.MayBeReset = true;
    }

    private static byte[] Noise(Random random)
    {
        var bytes = new byte[random.Next(1, 200)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static bool IsJson(byte[] body)
    {
        try
        {
            using var parsed = JsonDocument.Parse(body);
            return true;
        }
        catch (JsonException)
        {
            return body.Length == 0;
        }
    }
}
