using Grpc.Json.Binding;

namespace NaraVard.Grpc.Tests.Json;

/// <summary>Where each field of a request is found: path, query and body.</summary>
public sealed class BindingTests : IAsyncLifetime
{
    private JsonHost host = null!;

    public async Task InitializeAsync() => host = await JsonHost.Start();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Theory]
    [InlineData("/kinds/v1/queries/5/a", "number", "5")]
    [InlineData("/kinds/v1/queries/-5/a", "number", "-5")]
    [InlineData("/kinds/v1/queries/5/%C3%A5%2F%25+", "inner", """{"text":"å/%+","words":[]}""")]
    [InlineData("/kinds/v1/queries/5/%252F", "inner", """{"text":"%2F","words":[]}""")]
    [InlineData("/kinds/v1/queries/5/a?text=x%26y+z", "text", "\"x&y z\"")]
    [InlineData("/kinds/v1/queries/5/a?te%78t=b", "text", "\"b\"")]
    [InlineData("/kinds/v1/queries/5/a?text=", "text", "\"\"")]
    [InlineData("/kinds/v1/queries/5/a?longs=1&longs=-9223372036854775808", "longs",
        """["1","-9223372036854775808"]""")]
    [InlineData("/kinds/v1/queries/5/a?colours=COLOUR_CRIMSON&colours=2", "colours",
        """["COLOUR_RED","COLOUR_BLUE"]""")]
    [InlineData("/kinds/v1/queries/5/a?inner.words=b&inner.deeper.text=c", "inner",
        """{"text":"a","words":["b"],"deeper":{"text":"c"}}""")]
    [InlineData("/kinds/v1/queries/5/a?since=2026-03-01T08:00:00%2B01:00", "since", "\"2026-03-01T07:00:00Z\"")]
    [InlineData("/kinds/v1/queries/5/a?within=90s", "within", "\"90s\"")]
    [InlineData("/kinds/v1/queries/5/a?wrapped=", "wrapped", "\"\"")]
    [InlineData("/kinds/v1/queries/5/a?mask=aB,c", "mask", "\"aB,c\"")]
    [InlineData("/kinds/v1/queries/5/a?flag=true", "flag", "true")]
    [InlineData("/kinds/v1/queries/5/a?token=-_8", "token", "\"+/8=\"")]
    [InlineData("/kinds/v1/queries/5/a?weight=0", "weight", "0")]
    [InlineData("/kinds/v1/queries/5/a?byNumber=0", "byNumber", "0")]
    [InlineData("/kinds/v1/queries/5/a?by_number=7&&", "byNumber", "7")]
    public async Task Path_and_query_reach_their_fields(string path, string name, string value)
    {
        var answer = await host.Send("GET", path);

        Assert.Equal(200, answer.Status);
        Assert.Equal(value, Codec.Member(answer.Text, name));
    }

    [Theory]
    [InlineData("/kinds/v1/queries/x/a", "number", "wrong-type")]
    [InlineData("/kinds/v1/queries/99999999999/a", "number", "out-of-range")]
    [InlineData("/kinds/v1/queries/5/a?longs=x", "longs", "wrong-type")]
    [InlineData("/kinds/v1/queries/5/a?colours=GREEN", "colours", "unknown-value")]
    [InlineData("/kinds/v1/queries/5/a?since=yesterday", "since", "wrong-type")]
    [InlineData("/kinds/v1/queries/5/a?flag=1", "flag", "wrong-type")]
    [InlineData("/kinds/v1/queries/5/a?flag", "flag", "wrong-type")]
    [InlineData("/kinds/v1/queries/5/a?nope=1", "nope", "unknown-field")]
    [InlineData("/kinds/v1/queries/5/a?number=6", "number", "unknown-field")]
    [InlineData("/kinds/v1/queries/5/a?inner.nope=1", "inner.nope", "unknown-field")]
    [InlineData("/kinds/v1/queries/5/a?text=a&text=b", "text", "duplicate-field")]
    [InlineData("/kinds/v1/queries/5/a?byName=a&byNumber=1", "byNumber", "one-of")]
    [InlineData("/kinds/v1/queries/5/a?text=%ff", "text", "invalid-text")]
    [InlineData("/kinds/v1/queries/5/a?inner.deeper.back.text=1", "inner.deeper.back.text", "unknown-field")]
    [InlineData("/kinds/v1/queries/5/a?%ff=1", "?", "invalid-text")]
    public async Task A_fault_in_path_or_query_is_400_with_the_field(string path, string field, string code)
    {
        var answer = await host.Send("GET", path);

        Assert.Equal(400, answer.Status);
        Assert.Equal([(field, code)], answer.Violations);
    }

    [Theory]
    [InlineData("%", false)]
    [InlineData("%4", false)]
    [InlineData("%zz", false)]
    [InlineData("%c3", false)]
    [InlineData("%c3%a5\u00e5", true)]
    public void Percent_encoding_is_decoded_strictly(string raw, bool isValid)
    {
        Assert.Equal(isValid, PercentText.TryDecode(raw, plusIsSpace: false, new byte[64], out _));
    }

    [Fact]
    public async Task Faults_of_body_query_and_path_are_told_together()
    {
        var answer = await host.Send(
            "PUT", "/visits/v1/visits/a?dryRun=maybe&x=1", """{"version": "y", "z": 1, "start": 5}""");

        Assert.Equal(
            [("version", "wrong-type"), ("z", "unknown-field"), ("start", "wrong-type"), ("dryRun", "wrong-type"),
                ("x", "unknown-field")],
            answer.Violations);
    }

    [Fact]
    public async Task A_body_may_be_one_field_and_the_path_wins_over_it()
    {
        var answer = await host.Send(
            "PUT", "/visits/v1/visits/a%2Fb?dryRun=true", """{"visitId": "other", "note": "n"}""");

        Assert.Equal(200, answer.Status);
        Assert.Equal("a/b", host.State.Replaced!.Visit.VisitId);
        Assert.Equal("n", host.State.Replaced.Visit.Note);
        Assert.True(host.State.Replaced.DryRun);
        Assert.Equal("a/b", answer.Json.GetProperty("visitId").GetString());
    }

    [Fact]
    public async Task A_body_of_one_field_goes_with_path_and_query()
    {
        var answer = await host.Send("POST", "/kinds/v1/queries/b?flag=true&number=3", """{"words": ["w"]}""");

        Assert.Equal("b", answer.Json.GetProperty("text").GetString());
        Assert.Equal(3, answer.Json.GetProperty("number").GetInt32());
        Assert.Equal("""{"text":"","words":["w"]}""", Codec.Member(answer.Text, "inner"));
    }

    [Fact]
    public async Task An_answer_may_be_one_field_of_the_reply()
    {
        Assert.Equal("""{"text":"x","words":[]}""", (await host.Send("GET", "/kinds/v1/inners/b?inner.text=x")).Text);
        Assert.Equal("null", (await host.Send("GET", "/kinds/v1/inners/b")).Text);
    }

    [Fact]
    public async Task A_post_without_a_body_is_an_empty_request()
    {
        Assert.Equal(200, (await host.Send("POST", "/kinds/v1/echoes")).Status);
        Assert.Equal(200, (await host.Send("POST", "/kinds/v1/echoes", "")).Status);
    }

    [Fact]
    public async Task A_query_beside_a_whole_body_is_refused()
    {
        var answer = await host.Send("POST", "/kinds/v1/echoes?stringField=a", "{}");

        Assert.Equal([("stringField", "unknown-field")], answer.Violations);
    }

    [Fact]
    public async Task Enums_and_64_bit_numbers_are_taken_in_every_form()
    {
        var answer = await host.Send("POST", "/kinds/v1/echoes", """{"int64Field": 5, "colour": "COLOUR_CRIMSON"}""");

        Assert.Equal("\"5\"", Codec.Member(answer.Text, "int64Field"));
        Assert.Equal("\"COLOUR_RED\"", Codec.Member(answer.Text, "colour"));
    }
}
