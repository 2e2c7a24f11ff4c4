namespace NaraVard.Grpc.Tests.Json;

/// <summary>Each row: a member as sent, and the same member as answered; absent when it is not answered.</summary>
public sealed class GoldenTests
{
    private const string? Absent = null;

    [Theory]
    [InlineData("int32Field", "5", "5")]
    [InlineData("int32Field", "\"5\"", "5")]
    [InlineData("int32Field", "-2147483648", "-2147483648")]
    [InlineData("int32Field", "1.0", "1")]
    [InlineData("int32Field", "1e3", "1000")]
    [InlineData("int32Field", "\"1e3\"", "1000")]
    [InlineData("int32Field", "-0", "0")]
    [InlineData("int32_field", "7", "7", "int32Field")]
    [InlineData("int64Field", "9223372036854775807", "\"9223372036854775807\"")]
    [InlineData("int64Field", "\"-9223372036854775808\"", "\"-9223372036854775808\"")]
    [InlineData("int64Field", "9.007199254740993e15", "\"9007199254740993\"")]
    [InlineData("uint32Field", "4294967295", "4294967295")]
    [InlineData("uint64Field", "\"18446744073709551615\"", "\"18446744073709551615\"")]
    [InlineData("sint32Field", "-1", "-1")]
    [InlineData("sint32Field", "-2147483648", "-2147483648")]
    [InlineData("sint64Field", "\"-9223372036854775808\"", "\"-9223372036854775808\"")]
    [InlineData("fixed32Field", "4294967295", "4294967295")]
    [InlineData("fixed64Field", "1", "\"1\"")]
    [InlineData("sfixed32Field", "-1", "-1")]
    [InlineData("sfixed64Field", "-1", "\"-1\"")]
    [InlineData("floatField", "1.5", "1.5")]
    [InlineData("floatField", "\"NaN\"", "\"NaN\"")]
    [InlineData("doubleField", "\"Infinity\"", "\"Infinity\"")]
    [InlineData("doubleField", "\"-Infinity\"", "\"-Infinity\"")]
    [InlineData("doubleField", "\"-1.5e-3\"", "-0.0015")]
    [InlineData("doubleField", "0.1", "0.1")]
    [InlineData("boolField", "true", "true")]
    [InlineData("stringField", "\"å\\u00e4\\n\\ud83d\\ude00\"", "\"åä\\n\\uD83D\\uDE00\"")]
    [InlineData("bytesField", "\"+/8=\"", "\"+/8=\"")]
    [InlineData("bytesField", "\"-_8\"", "\"+/8=\"")]
    [InlineData("bytesField", "\"\"", "\"\"")]
    [InlineData("colour", "\"COLOUR_RED\"", "\"COLOUR_RED\"")]
    [InlineData("colour", "\"COLOUR_CRIMSON\"", "\"COLOUR_RED\"")]
    [InlineData("colour", "2", "\"COLOUR_BLUE\"")]
    [InlineData("colour", "\"2\"", "\"COLOUR_BLUE\"")]
    [InlineData("colour", "-3", "\"COLOUR_NEGATIVE\"")]
    [InlineData("colour", "77", "77")]
    [InlineData("_other", "\"x\"", "\"x\"")]
    [InlineData("renamed", "\"x\"", "\"x\"", "_other")]
    [InlineData("optionalNumber", "0", "0")]
    [InlineData("optionalText", "\"\"", "\"\"")]
    [InlineData("optionalColour", "0", "\"COLOUR_UNSPECIFIED\"")]
    [InlineData("optionalBool", "false", "false")]
    [InlineData("numbers", "[1,\"2\",3.0]", "[1,2,3]")]
    [InlineData("longs", "[1]", "[\"1\"]")]
    [InlineData("colours", "[\"COLOUR_BLUE\",1]", "[\"COLOUR_BLUE\",\"COLOUR_RED\"]")]
    [InlineData("values", "[null,1,\"a\",true,{},[]]", "[null,1,\"a\",true,{},[]]")]
    [InlineData("wrappedTexts", "[\"a\",\"\"]", "[\"a\",\"\"]")]
    [InlineData("times", "[\"2026-03-01T08:00:00+01:00\"]", "[\"2026-03-01T07:00:00Z\"]")]
    [InlineData("textsByName", "{\"a\":\"b\",\"å b\":\"\"}", "{\"a\":\"b\",\"å b\":\"\"}")]
    [InlineData("coloursByTruth", "{\"true\":\"COLOUR_RED\"}", "{\"true\":\"COLOUR_RED\"}")]
    [InlineData("valuesByName", "{\"a\":null}", "{\"a\":null}")]
    [InlineData("wrappedByName", "{\"a\":0}", "{\"a\":0}")]
    [InlineData("choiceText", "\"\"", "\"\"")]
    [InlineData("choiceNumber", "0", "\"0\"")]
    [InlineData("choiceNull", "null", "null")]
    [InlineData("choiceNull", "\"NULL_VALUE\"", "null")]
    [InlineData("choiceWrapped", "false", "false")]
    [InlineData("doubleValue", "0", "0")]
    [InlineData("floatValue", "\"NaN\"", "\"NaN\"")]
    [InlineData("int64Value", "0", "\"0\"")]
    [InlineData("uint64Value", "\"18446744073709551615\"", "\"18446744073709551615\"")]
    [InlineData("int32Value", "0", "0")]
    [InlineData("uint32Value", "4294967295", "4294967295")]
    [InlineData("boolValue", "false", "false")]
    [InlineData("stringValue", "\"\"", "\"\"")]
    [InlineData("bytesValue", "\"AQ\"", "\"AQ==\"")]
    [InlineData("time", "\"2026-03-01T08:00:00Z\"", "\"2026-03-01T08:00:00Z\"")]
    [InlineData("time", "\"2026-03-01T08:00:00.5+05:30\"", "\"2026-03-01T02:30:00.500Z\"")]
    [InlineData("time", "\"2026-03-01t08:00:00.123456789z\"", "\"2026-03-01T08:00:00.123456789Z\"")]
    [InlineData("time", "\"2026-03-01T08:00:00.000001-01:00\"", "\"2026-03-01T09:00:00.000001Z\"")]
    [InlineData("time", "\"0001-01-01T00:00:00Z\"", "\"0001-01-01T00:00:00Z\"")]
    [InlineData("time", "\"1969-12-31T23:59:59.9Z\"", "\"1969-12-31T23:59:59.900Z\"")]
    [InlineData("time", "\"9999-12-31T23:59:59.999999999Z\"", "\"9999-12-31T23:59:59.999999999Z\"")]
    [InlineData("duration", "\"90.5s\"", "\"90.500s\"")]
    [InlineData("duration", "\"-0.5s\"", "\"-0.500s\"")]
    [InlineData("duration", "\"-3s\"", "\"-3s\"")]
    [InlineData("duration", "\"315576000000s\"", "\"315576000000s\"")]
    [InlineData("mask", "\"visitId,inner.someText\"", "\"visitId,inner.someText\"")]
    [InlineData("mask", "\"\"", "\"\"")]
    [InlineData("struct", "{\"a\":null,\"b\":{\"c\":[1,true]}}", "{\"a\":null,\"b\":{\"c\":[1,true]}}")]
    [InlineData("value", "null", "null")]
    [InlineData("value", "{\"a\":[]}", "{\"a\":[]}")]
    [InlineData("list", "[1,null,\"x\"]", "[1,null,\"x\"]")]
    [InlineData("empty", "{}", "{}")]
    [InlineData("any", "{\"@type\":\"type.googleapis.com/google.protobuf.Duration\",\"value\":\"1s\"}",
        "{\"@type\":\"type.googleapis.com/google.protobuf.Duration\",\"value\":\"1s\"}")]
    [InlineData("any", "{\"text\":\"a\",\"@type\":\"x/transcoding.v1.Inner\",\"inners\":[]}",
        "{\"@type\":\"x/transcoding.v1.Inner\",\"text\":\"a\",\"inners\":[]}")]
    [InlineData("any", "{\"@type\":\"x/google.protobuf.Int32Value\",\"value\":7}",
        "{\"@type\":\"x/google.protobuf.Int32Value\",\"value\":7}")]
    [InlineData("any", "{\"@type\":\"x/google.protobuf.Struct\",\"value\":{\"a\":1}}",
        "{\"@type\":\"x/google.protobuf.Struct\",\"value\":{\"a\":1}}")]
    [InlineData("any", "{\"@type\":\"x/google.protobuf.Empty\"}", "{\"@type\":\"x/google.protobuf.Empty\"}")]
    [InlineData("any", "{}", "{}")]
    public void A_value_is_taken_and_answered(string name, string sent, string answered, string? answeredName = null)
    {
        var message = Codec.Kinds($"{{\"{name}\":{sent}}}");

        Assert.Equal(answered, Codec.Member(Codec.Write(message), answeredName ?? name));
    }

    [Theory]
    [InlineData("int32Field", "0")]
    [InlineData("int64Field", "\"0\"")]
    [InlineData("stringField", "\"\"")]
    [InlineData("boolField", "false")]
    [InlineData("colour", "\"COLOUR_UNSPECIFIED\"")]
    [InlineData("numbers", "[]")]
    [InlineData("inners", "[]")]
    [InlineData("textsByName", "{}")]
    [InlineData("inner", Absent)]
    [InlineData("optionalNumber", Absent)]
    [InlineData("choiceText", Absent)]
    [InlineData("choiceNumber", Absent)]
    [InlineData("choiceInner", Absent)]
    [InlineData("choiceWrapped", Absent)]
    [InlineData("int32Value", Absent)]
    [InlineData("stringValue", Absent)]
    [InlineData("bytesValue", Absent)]
    [InlineData("time", Absent)]
    [InlineData("duration", Absent)]
    [InlineData("mask", Absent)]
    [InlineData("struct", Absent)]
    [InlineData("list", Absent)]
    [InlineData("any", Absent)]
    [InlineData("empty", Absent)]
    public void Null_is_absence_for_every_kind_of_field(string name, string? answered)
    {
        var message = Codec.Kinds($"{{\"{name}\":null}}");

        Assert.Equal(Codec.Kinds("{}"), message);
        Assert.Equal(answered, Codec.Member(Codec.Write(message), name));
    }

    [Fact]
    public void Null_beside_the_chosen_member_of_a_choice_does_not_count()
    {
        var message = Codec.Kinds("""{"choiceText": null, "choiceNumber": 4, "choiceInner": null}""");

        Assert.Equal(4, message.ChoiceNumber);
    }

    [Fact]
    public void Maps_keep_keys_of_every_kind()
    {
        var message = Codec.Kinds("""{"innersByNumber": {"-5": {"text": "a"}}, "coloursByTruth": {"false": 2}}""");

        Assert.Equal("a", message.InnersByNumber[-5].Text);
        Assert.Equal("""{"-5":{"text":"a","inners":[]}}""", Codec.Member(Codec.Write(message), "innersByNumber"));
        Assert.Equal("""{"false":"COLOUR_BLUE"}""", Codec.Member(Codec.Write(message), "coloursByTruth"));
    }

    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        var message = Codec.Kinds("""
            {"inner": {"text": "a", "inner": {"inners": [{"text": "b"}, {}]}}, "times": ["2026-03-01T08:00:00Z"],
             "value": {"a": [null, {"b": 1.25}]}, "wrappedTexts": ["x"], "int64Value": "-1", "colours": [2, 1, -3],
             "any": {"@type": "x/transcoding.v1.Kinds", "any": {"@type": "x/transcoding.v1.Inner", "text": "deep"}}}
            """);

        Assert.Equal(message, Codec.Kinds(Codec.Write(message)));
    }
}
