using System.Text;
using Grpc.Json;
using Grpc.Json.Binding;
using Grpc.Json.Reading;
using NaraVard.Grpc.Tests.Transcoding.V1;

namespace NaraVard.Grpc.Tests.Json;

/// <summary>Whatever is sent, the answer is a message or a list of faults, never an exception.</summary>
public sealed class HostileTests
{
    private const string Sound = """
        {"int32Field": 12, "int64Field": "9223372036854775807", "doubleField": -1.5e-7, "boolField": true,
         "stringField": "å\u00e4\ud83d\ude00\n", "bytesField": "+/8=", "colour": "COLOUR_BLUE",
         "numbers": [1, 2.0, "3"],
         "inner": {"text": "a", "inners": [{"text": "b"}, {}]}, "times": ["2026-03-01T08:00:00.5+01:00"],
         "textsByName": {"a": "b"}, "innersByNumber": {"-5": {}}, "valuesByName": {"v": [null, {"w": 1e3}]},
         "choiceInner": {"inner": {}}, "stringValue": "x", "int64Value": "7", "duration": "-3.000000001s",
         "mask": "aB.c,d", "struct": {"s": [true, null]}, "value": "v", "list": [[]], "empty": {},
         "any": {"@type": "x/transcoding.v1.Inner", "text": "t", "inner": {"text": "u"}}}
        """;

    private const string Query = "longs=1&longs=-2&colours=COLOUR_RED&since=2026-03-01T08:00:00%2B01:00&within=5s"
        + "&wrapped=%C3%A5+b&mask=a,bC&flag=true&token=-_8&weight=1e3&byName=x&inner.words=w&inner.deeper.text=%25";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Damaged_json_never_throws(int seed)
    {
        var (random, sound, readers) = (new Random(seed), Encoding.UTF8.GetBytes(Sound), new JsonCodec().Readers);
        var (taken, refused) = (0, 0);
        for (var i = 0; i < 5_000; i++)
        {
            var json = Damaged(sound, random);
            using var intake = new Intake();
            JsonBody.ReadMessage(json, readers.For(Kinds.Descriptor), intake);
            if (intake.IsSound)
                Kinds.Parser.ParseFrom(intake.Wire.Bytes, 0, intake.Wire.Length);
            (taken, refused) = intake.IsSound ? (taken + 1, refused) : (taken, refused + 1);
        }

        Assert.True(taken > 100 && refused > 100, $"{taken} taken, {refused} refused");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_damaged_query_never_throws(int seed)
    {
        var random = new Random(seed);
        var query = new QueryFields(new JsonCodec().Readers.For(QueryKinds.Descriptor), new HashSet<string>());
        for (var i = 0; i < 5_000; i++)
        {
            var text = Encoding.Latin1.GetString(Damaged(Encoding.ASCII.GetBytes(Query), random));
            using var intake = new Intake();
            query.Read(text, intake);
            if (intake.IsSound)
                QueryKinds.Parser.ParseFrom(intake.Wire.Bytes, 0, intake.Wire.Length);
        }
    }

    private static byte[] Damaged(byte[] sound, Random random)
    {
        var bytes = sound.ToList();
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveAt(at);
                    break;
                case 2:
                    bytes.Insert(at, "{}[]\":,\\u0e-+.%&=n"u8[random.Next(18)]);
                    break;
                case 3:
                    var from = random.Next(bytes.Count);
                    bytes.InsertRange(at, bytes.GetRange(from, Math.Min(random.Next(20), bytes.Count - from)));
                    break;
                default:
                    bytes.RemoveRange(at, Math.Min(random.Next(10), bytes.Count - at));
                    break;
            }
        }

        return [.. bytes];
    }
}
