using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using NaraVard.Grpc.Tests.Transcoding.V1;
using NaraVard.Testing.Made;

namespace NaraVard.Grpc.Tests.Hostile.Texts;

/// <summary>Sound JSON requests, and what they are to be answered.</summary>
internal static class JsonTargets
{
    private static readonly TypeRegistry Types =
        TypeRegistry.FromFiles(KindsReflection.Descriptor, TranscodingReflection.Descriptor);

    /// <summary>The official reader and writer, which share nothing with ours.</summary>
    public static readonly JsonParser Parser = new(JsonParser.Settings.Default.WithTypeRegistry(Types));

    public static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithTypeRegistry(Types));

    private static readonly Func<Random, JsonRequest>[] All =
        [Echo, Echo, Echo, Query, Query, QueryBody, Book, Get, Replace, Delete, Watch, Search];

    public static JsonRequest Next(Random random) => All[random.Next(All.Length)](random);

    private static JsonRequest Echo(Random random)
    {
        var kinds = Made(random, Kinds.Descriptor);
        return new("echo", "POST", "/kinds/v1/echoes", JsonRequest.Says(kinds)) { Body = Json(kinds) };
    }

    private static JsonRequest Query(Random random)
    {
        var expected = new QueryKinds { Number = random.Next(), Inner = new() { Text = Segment(random) } };
        var path = $"/kinds/v1/queries/{expected.Number}/{Uri.EscapeDataString(expected.Inner.Text)}";
        var request = new JsonRequest("query", "GET", path, JsonRequest.Says(expected));
        foreach (var make in (Action<QueryKinds, Random, List<string>>[])[Texts, Lists, Odd])
            if (random.Next(2) == 0)
                make(expected, random, request.Query);
        return request;
    }

    private static void Texts(QueryKinds expected, Random random, List<string> query)
    {
        expected.Text = MadeText.Of(random);
        query.Add("text=" + Uri.EscapeDataString(expected.Text));
        expected.Inner.Deeper = new() { Text = MadeText.Of(random) };
        query.Add("inner.deeper.text=" + Uri.EscapeDataString(expected.Inner.Deeper.Text));
    }

    private static void Lists(QueryKinds expected, Random random, List<string> query)
    {
        for (var count = random.Next(5); count > 0; count--)
        {
            expected.Longs.Add(random.NextInt64());
            query.Add("longs=" + expected.Longs[^1]);
            expected.Inner.Words.Add(MadeText.Of(random));
            query.Add("inner.words=" + Uri.EscapeDataString(expected.Inner.Words[^1]));
        }
    }

    private static void Odd(QueryKinds expected, Random random, List<string> query)
    {
        expected.Flag = true;
        expected.Since = new Timestamp { Seconds = 1_772_348_400 };
        expected.Weight = random.Next(100) / 4.0;
        expected.ByNumber = -7;
        query.AddRange(
        [
            "flag=true", "since=2026-03-01T08:00:00%2B01:00", FormattableString.Invariant($"weight={expected.Weight}"),
            "byNumber=-7",
        ]);
    }

    private static JsonRequest QueryBody(Random random)
    {
        var inner = (Inner2)Made(random, Inner2.Descriptor);
        var expected = new QueryKinds { Text = Segment(random), Inner = inner };
        return new(
            "query with body", "POST", "/kinds/v1/queries/" + Uri.EscapeDataString(expected.Text),
            JsonRequest.Says(expected))
        {
            Body = Json(inner),
        };
    }

    private static JsonRequest Book(Random random)
    {
        var visit = (Visit)Made(random, Transcoding.V1.Visit.Descriptor);
        var body = Json(new BookVisitRequest { Visit = visit });
        return new("book", "POST", "/visits/v1/visits", JsonRequest.Says(visit, "201")) { Body = body };
    }

    private static JsonRequest Get(Random random)
    {
        var id = Segment(random);
        return new("get", "GET", AtVisit(id), JsonRequest.Says(new Visit { VisitId = id }));
    }

    private static JsonRequest Replace(Random random)
    {
        var (id, visit) = (Segment(random), (Visit)Made(random, Transcoding.V1.Visit.Descriptor));
        var expected = new Visit(visit) { VisitId = id };
        return new("replace", "PUT", AtVisit(id), JsonRequest.Says(expected)) { Body = Json(visit) };
    }

    private static JsonRequest Delete(Random random) =>
        new("delete", "DELETE", AtVisit(Segment(random)), JsonRequest.Says(new Empty()));

    private static JsonRequest Watch(Random random)
    {
        var request = Watching(random, "watch", "GET", "changes");
        request.Query.Add("cursor=" + Uri.EscapeDataString(MadeText.Of(random)));
        return request;
    }

    private static JsonRequest Search(Random random)
    {
        var request = Watching(random, "search", "POST", "change-searches");
        request.Body = Json(new WatchVisitsRequest { Cursor = MadeText.Of(random) });
        return request;
    }

    private static JsonRequest Watching(Random random, string name, string verb, string resource)
    {
        var path = $"/visits/v1/units/{Uri.EscapeDataString(Segment(random))}/{resource}";
        var isEvents = random.Next(2) == 0;
        return new(name, verb, path, isEvents
            ? JsonRequest.Streams("text/event-stream", "event: end\ndata: {}\n\n")
            : JsonRequest.Streams("application/x-ndjson", "{\"end\":{}}\n"))
        {
            Headers = { ("accept", isEvents ? "text/event-stream" : "application/x-ndjson") },
        };
    }

    private static string AtVisit(string id) => "/visits/v1/visits/" + Uri.EscapeDataString(id);

    // A path holds no empty segment, none of dots alone, and no NUL.
    private static string Segment(Random random) =>
        "s" + MadeText.Of(random).Replace("\0", "", StringComparison.Ordinal);

    private static IMessage Made(Random random, MessageDescriptor type) =>
        new MadeMessage(random, Inner.Descriptor, Kinds.Descriptor, Duration.Descriptor).Of(type);

    private static byte[] Json(IMessage message) => Encoding.UTF8.GetBytes(Formatter.Format(message));
}
