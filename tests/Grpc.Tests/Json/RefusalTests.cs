using System.Text;
using NaraVard.Grpc.Tests.Transcoding.V1;

namespace NaraVard.Grpc.Tests.Json;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("""{"nope": 1}""", "nope", "unknown-field")]
    [InlineData("""{"inner": {"inner": {"nope": {"a": [1]}}}}""", "inner.inner.nope", "unknown-field")]
    [InlineData("""{"inners": [{}, {"nope": 1}]}""", "inners[1].nope", "unknown-field")]
    [InlineData("""{"innersByNumber": {"7": {"nope": 1}}}""", "innersByNumber.7.nope", "unknown-field")]
    [InlineData("""{"INT32FIELD": 1}""", "INT32FIELD", "unknown-field")]
    [InlineData("""{"int32Field": 1, "int32Field": 1}""", "int32Field", "duplicate-field")]
    [InlineData("""{"int32Field": 1, "int32_field": null}""", "int32Field", "duplicate-field")]
    [InlineData("""{"textsByName": {"a": "", "a": ""}}""", "textsByName.a", "duplicate-field")]
    [InlineData("""{"struct": {"a": 1, "\u0061": 2}}""", "struct.a", "duplicate-field")]
    [InlineData("""{"choiceText": "", "choiceNumber": 1}""", "choiceNumber", "one-of")]
    [InlineData("""{"numbers": [1, null]}""", "numbers[1]", "null-element")]
    [InlineData("""{"wrappedTexts": [null]}""", "wrappedTexts[0]", "null-element")]
    [InlineData("""{"textsByName": {"a": null}}""", "textsByName.a", "null-element")]
    [InlineData("""{"int32Field": 2147483648}""", "int32Field", "out-of-range")]
    [InlineData("""{"int32Field": 1e99999}""", "int32Field", "out-of-range")]
    [InlineData("""{"uint32Field": -1}""", "uint32Field", "out-of-range")]
    [InlineData("""{"int64Field": "9223372036854775808"}""", "int64Field", "out-of-range")]
    [InlineData("""{"floatField": 1e39}""", "floatField", "out-of-range")]
    [InlineData("""{"doubleField": 1e309}""", "doubleField", "out-of-range")]
    [InlineData("""{"value": 1e309}""", "value", "out-of-range")]
    [InlineData("""{"int32Field": 1.5}""", "int32Field", "wrong-type")]
    [InlineData("""{"int32Field": ""}""", "int32Field", "wrong-type")]
    [InlineData("""{"int32Field": " 1"}""", "int32Field", "wrong-type")]
    [InlineData("""{"int32Field": "+1"}""", "int32Field", "wrong-type")]
    [InlineData("""{"int32Field": "0x1"}""", "int32Field", "wrong-type")]
    [InlineData("""{"int32Field": true}""", "int32Field", "wrong-type")]
    [InlineData("""{"int32Field": {"a": [1]}}""", "int32Field", "wrong-type")]
    [InlineData("""{"doubleField": "inf"}""", "doubleField", "wrong-type")]
    [InlineData("""{"doubleField": "∞"}""", "doubleField", "wrong-type")]
    [InlineData("""{"boolField": "true"}""", "boolField", "wrong-type")]
    [InlineData("""{"boolField": 1}""", "boolField", "wrong-type")]
    [InlineData("""{"stringField": 1}""", "stringField", "wrong-type")]
    [InlineData("""{"bytesField": "a b!"}""", "bytesField", "wrong-type")]
    [InlineData("""{"numbers": 1}""", "numbers", "wrong-type")]
    [InlineData("""{"numbers": {"0": 1}}""", "numbers", "wrong-type")]
    [InlineData("""{"inner": []}""", "inner", "wrong-type")]
    [InlineData("""{"textsByName": []}""", "textsByName", "wrong-type")]
    [InlineData("""{"innersByNumber": {"x": {}}}""", "innersByNumber.x", "wrong-type")]
    [InlineData("""{"coloursByTruth": {"1": 1}}""", "coloursByTruth.1", "wrong-type")]
    [InlineData("""{"colour": true}""", "colour", "wrong-type")]
    [InlineData("""{"colour": "colour_red"}""", "colour", "unknown-value")]
    [InlineData("""{"colour": "COLOUR_GREEN"}""", "colour", "unknown-value")]
    [InlineData("""{"colour": 1.5}""", "colour", "unknown-value")]
    [InlineData("""{"colours": [1, "x"]}""", "colours[1]", "unknown-value")]
    [InlineData("""{"int32Value": "x"}""", "int32Value", "wrong-type")]
    [InlineData("""{"boolValue": {}}""", "boolValue", "wrong-type")]
    [InlineData("""{"time": "2026-03-01T08:00:00"}""", "time", "wrong-type")]
    [InlineData("""{"time": "2026-02-30T08:00:00Z"}""", "time", "wrong-type")]
    [InlineData("""{"time": "2026-03-01 08:00:00Z"}""", "time", "wrong-type")]
    [InlineData("""{"time": "2026-03-01T08:00:00.Z"}""", "time", "wrong-type")]
    [InlineData("""{"time": "2026-03-01T08:00:00.1234567891Z"}""", "time", "wrong-type")]
    [InlineData("""{"time": "0001-01-01T00:00:00+01:00"}""", "time", "wrong-type")]
    [InlineData("""{"time": "2026-03-01T08:00:00+24:00"}""", "time", "wrong-type")]
    [InlineData("""{"time": 5}""", "time", "wrong-type")]
    [InlineData("""{"duration": "5"}""", "duration", "wrong-type")]
    [InlineData("""{"duration": "s"}""", "duration", "wrong-type")]
    [InlineData("""{"duration": "--1s"}""", "duration", "wrong-type")]
    [InlineData("""{"duration": "315576000001s"}""", "duration", "wrong-type")]
    [InlineData("""{"mask": "some_field"}""", "mask", "wrong-type")]
    [InlineData("""{"mask": "a,,b"}""", "mask", "wrong-type")]
    [InlineData("""{"any": {"text": "a"}}""", "any", "unknown-type")]
    [InlineData("""{"any": {"@type": "x/not.Known"}}""", "any", "unknown-type")]
    [InlineData("""{"any": {"@type": 7}}""", "any", "unknown-type")]
    [InlineData("""{"any": {"@type": "x/transcoding.v1.Inner", "nope": 1}}""", "any.nope", "unknown-field")]
    [InlineData("""{"any": {"@type": "x/google.protobuf.Duration", "value": 1}}""", "any.value", "wrong-type")]
    [InlineData("""{"stringField": "\ud800"}""", "stringField", "invalid-text")]
    [InlineData("""{"textsByName": {"\ud800": ""}}""", "textsByName.?", "invalid-text")]
    [InlineData("[]", "", "wrong-type")]
    [InlineData("null", "", "wrong-type")]
    [InlineData("\"x\"", "", "wrong-type")]
    [InlineData("", "", "malformed-json")]
    [InlineData("{", "", "malformed-json")]
    [InlineData("{} {}", "", "malformed-json")]
    [InlineData("""{"inner": {"text": "a",}}""", "inner", "malformed-json")]
    [InlineData("""{"int32Field": 01}""", "", "malformed-json")]
    [InlineData("""{"int32Field": 1} // note""", "", "malformed-json")]
    public void A_fault_is_named_with_field_and_code(string json, string field, string code)
    {
        var (_, violations) = Codec.Read<Kinds>(json, Kinds.Descriptor);

        var violation = Assert.Single(violations);
        Assert.Equal((field, code), (violation.Field, violation.Code));
        Assert.NotEqual(violation.Swedish, violation.English);
    }

    [Fact]
    public void All_faults_are_named_at_once()
    {
        var (_, violations) = Codec.Read<Kinds>(
            """{"a": 1, "int32Field": "x", "inner": {"b": {}, "text": 2}, "numbers": ["y", 1, "z"], "time": ""}""",
            Kinds.Descriptor);

        Assert.Equal(
            ["a", "int32Field", "inner.b", "inner.text", "numbers[0]", "numbers[2]", "time"],
            violations.Select(v => v.Field));
    }

    [Theory]
    [InlineData("value", "[", "]")]
    [InlineData("value", "{\"a\":", "}")]
    [InlineData("inner", "{\"inner\":", "}")]
    [InlineData("stringField", "[", "]")]
    public void Endless_nesting_is_refused_and_named(string field, string open, string close)
    {
        foreach (var depth in new[] { 31, 40, 63, 64, 65, 1_000, 100_000 })
        {
            var middle = open == "[" ? "1" : "{}";
            var json = $"{{\"{field}\":{string.Concat(Enumerable.Repeat(open, depth))}{middle}"
                + string.Concat(Enumerable.Repeat(close, depth)) + "}";

            var (message, violations) = Codec.Read<Kinds>(json, Kinds.Descriptor);

            Assert.True(message is not null || violations.Count > 0);
            if (depth > 64)
                Assert.Contains(violations, v => v.Code is "too-deep");
        }
    }

    [Fact]
    public void Invalid_utf8_is_refused()
    {
        var json = Encoding.Latin1.GetBytes("{\"stringField\": \"å\"}");

        var (_, violations) = Codec.Read<Kinds>(json, Kinds.Descriptor);

        Assert.Equal("invalid-text", Assert.Single(violations).Code);
    }

    [Fact]
    public void A_huge_string_goes_through()
    {
        var text = new string('x', 3_000_000) + "å";

        Assert.Equal(text, Codec.Kinds($"{{\"stringField\": \"{text}\"}}").StringField);
        Assert.Equal(text + "\n", Codec.Kinds($"{{\"stringField\": \"{text}\\n\"}}").StringField);
    }

    [Fact]
    public void The_list_of_faults_is_bounded()
    {
        var json = "{" + string.Join(',', Enumerable.Range(0, 5_000).Select(i => $"\"f{i}\": 1")) + "}";

        var (_, violations) = Codec.Read<Kinds>(json, Kinds.Descriptor);

        Assert.Equal(100, violations.Count);
    }
}
