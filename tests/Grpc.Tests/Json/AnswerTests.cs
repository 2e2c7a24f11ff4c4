namespace NaraVard.Grpc.Tests.Json;

/// <summary>Status, headers and problems.</summary>
public sealed class AnswerTests : IAsyncLifetime
{
    private JsonHost host = null!;

    public async Task InitializeAsync() =>
        host = await JsonHost.Start(grpc: options => options.MaxReceiveMessageSize = 10_000);

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Creation_answers_201_with_location_and_etag()
    {
        var answer = await host.Send("POST", "/visits/v1/visits", """{"visit": {"visitId": "a b/å", "needs": []}}""");

        Assert.Equal((201, "application/json"), (answer.Status, answer.Type));
        Assert.Equal("/visits/v1/visits/a%20b%2F%C3%A5", answer.Headers["Location"]);
        Assert.Equal("\"1\"", answer.Headers["ETag"]);
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
        Assert.Equal(200, (await host.Send("GET", answer.Headers["Location"])).Status);
    }

    [Fact]
    public async Task The_version_of_a_reply_is_its_etag()
    {
        Assert.Equal("\"3\"", (await host.Send("GET", "/visits/v1/visits/a")).Headers["ETag"]);
        Assert.Equal("\"4\"", (await host.Send("PUT", "/visits/v1/visits/a", "{}")).Headers["ETag"]);
        Assert.DoesNotContain("ETag", (await host.Send("POST", "/visits/v1/visits/a/moves", "{}")).Headers.Keys);
    }

    [Fact]
    public async Task If_match_reaches_the_service_and_a_mismatch_is_412_with_the_current_version()
    {
        var same = await host.Send("PUT", "/visits/v1/visits/a", "{}", headers: ("If-Match", "\"3\""));
        var other = await host.Send("PUT", "/visits/v1/visits/a", "{}", headers: ("If-Match", "\"2\""));

        Assert.Equal(200, same.Status);
        Assert.Equal((412, "version-mismatch"), (other.Status, other.Code));
        Assert.Equal("3", other.Json.GetProperty("currentVersion").GetString());
    }

    [Fact]
    public async Task Headers_are_metadata_and_metadata_are_headers()
    {
        await host.Send("GET", "/visits/v1/visits/a", headers: ("X-Acting-User", "abc"));
        var deleted = await host.Send("DELETE", "/visits/v1/visits/a");

        Assert.Equal("abc", host.State.Headers!.GetValue("x-acting-user"));
        Assert.Equal("/transcoding.v1.VisitsService/GetVisit", host.State.Method);
        Assert.Equal("a", deleted.Headers["x-deleted"]);
        Assert.Equal("{}", deleted.Text);
    }

    [Theory]
    [InlineData("%%%")]
    [InlineData("A")]
    [InlineData("AQ==,%")]
    public async Task A_header_that_ends_like_bytes_and_holds_none_is_no_metadata(string value)
    {
        var answer = await host.Send(
            "GET", "/visits/v1/visits/a", headers: [("X-Odd-Bin", value), ("X-Sound-Bin", "AQI"), ("X-Text", "abc")]);

        Assert.Equal(200, answer.Status);
        Assert.Null(host.State.Headers!.Get("x-odd-bin"));
        Assert.Equal([1, 2], host.State.Headers!.GetValueBytes("x-sound-bin")!);
        Assert.Equal("abc", host.State.Headers!.GetValue("x-text"));
    }

    [Theory]
    [InlineData("GET", "/nowhere", null, "application/json", 404, "not-found")]
    [InlineData("GET", "/visits/v1/visits/a:cancel/x", null, "application/json", 404, "not-found")]
    [InlineData("DELETE", "/visits/v1/visits", null, "application/json", 405, "method-not-allowed")]
    [InlineData("POST", "/visits/v1/visits", "{}", "text/plain", 415, "unsupported-media-type")]
    [InlineData("POST", "/visits/v1/visits", "{}", "", 415, "unsupported-media-type")]
    [InlineData("POST", "/visits/v1/visits", "{}", "application/json; charset=latin1", 415, "unsupported-media-type")]
    [InlineData("DELETE", "/visits/v1/visits/a", "{}", "application/json", 400, "body-not-taken")]
    [InlineData("POST", "/visits/v1/visits", "{", "application/json", 400, "invalid-request")]
    [InlineData("GET", "/visits/v1/visits/missing", null, "application/json", 404, "not-found")]
    [InlineData("POST", "/visits/v1/visits", """{"fail":"bug"}""", "application/json", 500, "internal")]
    [InlineData("POST", "/visits/v1/visits", """{"fail":"busy"}""", "application/json", 409, "team-busy")]
    [InlineData("POST", "/visits/v1/visits", """{"fail":"status"}""", "application/json", 429, "resource-exhausted")]
    public async Task Every_failure_is_a_problem(
        string verb, string path, string? body, string type, int status, string code)
    {
        var answer = await host.Send(verb, path, body, type);

        Assert.Equal((status, "application/problem+json"), (answer.Status, answer.Type));
        Assert.Equal(code, answer.Code);
        Assert.Equal(status, answer.Json.GetProperty("status").GetInt32());
        Assert.StartsWith(
            "urn:naravard:request:", answer.Json.GetProperty("instance").GetString(), StringComparison.Ordinal);
        Assert.Equal("urn:naravard:problem:" + code, answer.Json.GetProperty("type").GetString());
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
        Assert.DoesNotContain("secret", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_method_is_told_the_right_ones()
    {
        var answer = await host.Send("PATCH", "/visits/v1/visits/a");

        Assert.Equal(405, answer.Status);
        Assert.Equal(["DELETE", "GET", "PUT"], answer.Headers["Allow"].Split(','));
    }

    [Theory]
    [InlineData(9_000, 400)]
    [InlineData(10_001, 413)]
    public async Task A_body_is_bounded(int size, int status)
    {
        var known = await host.Send("POST", "/visits/v1/visits", new string(' ', size));
        using var chunked = new HttpRequestMessage(HttpMethod.Post, new Uri("/visits/v1/visits", UriKind.Relative))
        {
            Content = new StreamContent(new UnseekableStream(new byte[size])),
        };
        chunked.Content.Headers.ContentType = new("application/json");
        using var unknown = await host.Http.SendAsync(chunked);

        Assert.Equal((status, "application/problem+json"), (known.Status, known.Type));
        Assert.Equal(status, (int)unknown.StatusCode);
    }

    [Fact]
    public async Task A_compressed_body_is_refused()
    {
        var answer = await host.Send("POST", "/visits/v1/visits", "{}", headers: ("Content-Encoding", "gzip"));

        Assert.Equal(415, answer.Status);
    }

    [Theory]
    [InlineData("application/json", 200)]
    [InlineData("application/*;q=0.1", 200)]
    [InlineData("text/html, */*;q=0.5", 200)]
    [InlineData("text/html", 406)]
    [InlineData("application/json;q=0, */*", 406)]
    public async Task Accept_is_honoured(string accept, int status)
    {
        Assert.Equal(status, (await host.Send("GET", "/visits/v1/visits/a", headers: ("Accept", accept))).Status);
    }

    [Theory]
    [InlineData(null, "sv", "Teamet är upptaget", "Konflikt")]
    [InlineData("en", "en", "Team busy", "Conflict")]
    [InlineData("en-GB, sv;q=0.5", "en", "Team busy", "Conflict")]
    [InlineData("sv, en;q=0.9", "sv", "Teamet är upptaget", "Konflikt")]
    [InlineData("de", "sv", "Teamet är upptaget", "Konflikt")]
    public async Task A_problem_speaks_the_callers_language(
        string? wanted, string language, string detail, string title)
    {
        (string, string)[] headers = wanted is null ? [] : [("Accept-Language", wanted)];

        var answer = await host.Send("POST", "/visits/v1/visits", """{"fail": "busy"}""", headers: headers);

        Assert.Equal(language, answer.Headers["Content-Language"]);
        Assert.Equal(detail, answer.Json.GetProperty("detail").GetString());
        Assert.Equal(title, answer.Json.GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("sv", "För tidigt")]
    [InlineData("en", "Too early")]
    public async Task Violations_of_the_service_are_told_in_the_callers_language(string language, string text)
    {
        var answer = await host.Send(
            "POST", "/visits/v1/visits", """{"fail": "invalid"}""", headers: ("Accept-Language", language));

        Assert.Equal([("visit.start", "too-early"), ("visit.needs[0]", "invalid")], answer.Violations);
        Assert.Equal(text, answer.Json.GetProperty("violations")[0].GetProperty("message").GetString());
    }

    private sealed class UnseekableStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
