using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Google.Protobuf;
using NaraVard.Testing;

namespace NaraVard.Handoff.Tests.Features;

/// <summary>The same service through JSON, as browsers and partners call it.</summary>
public sealed class JsonTests(HandoffHost host) : IClassFixture<HandoffHost>
{
    [Fact]
    public async Task Creates_with_201_and_says_where_it_is_and_in_which_version()
    {
        var ask = host.Ask();

        using var answer = await Post(People.Eva, "/handoff/v1/handoffs", JsonFormatter.Default.Format(ask));

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.EndsWith($"/handoff/v1/sent-handoffs/{ask.HandoffId}", answer.Headers.Location!.ToString(),
            StringComparison.Ordinal);
        Assert.Equal("\"1\"", answer.Headers.ETag!.Tag);
        Assert.Equal("HANDOFF_STATE_RECEIVED", (string?)(await Body(answer))["state"]);
    }

    [Fact]
    public async Task Refuses_an_old_version_with_412()
    {
        var id = await host.Received();
        using var first = await Post(People.Bibbi, $"/handoff/v1/handoffs/{id}/acknowledgements", "{}", "\"1\"");

        using var second = await Post(People.Bibbi, $"/handoff/v1/handoffs/{id}/starts", "{}", "\"1\"");

        Assert.Equal((HttpStatusCode.OK, "\"2\""), (first.StatusCode, first.Headers.ETag!.Tag));
        await IsProblem(second, HttpStatusCode.PreconditionFailed, "version-mismatch");
    }

    [Fact]
    public async Task Shows_a_handoff_with_its_version()
    {
        var id = await host.Received();
        using var client = host.Json(People.Bibbi);

        using var answer = await client.GetAsync(new Uri($"/handoff/v1/handoffs/{id}", UriKind.Relative));

        Assert.Equal((HttpStatusCode.OK, "\"1\""), (answer.StatusCode, answer.Headers.ETag!.Tag));
        Assert.Equal(Story.Name, (string?)(await Body(answer))["person"]!["name"]);
    }

    [Fact]
    public async Task Says_every_refusal_as_a_problem()
    {
        var (taken, ask) = (await host.Acknowledged(), host.Ask(ask => ask.Consent.Given = false));

        using var rule = await Post(People.Eva, "/handoff/v1/handoffs", JsonFormatter.Default.Format(ask));
        using var late = await Post(People.Bengt, $"/handoff/v1/handoffs/{taken}/acknowledgements", "{}");
        using var hidden = await Post(People.Hanna, $"/handoff/v1/handoffs/{taken}/acknowledgements", "{}");
        using var role = await Post(People.Eva, $"/handoff/v1/handoffs/{taken}/acknowledgements", "{}");
        using var invalid = await Post(People.Bibbi, "/handoff/v1/handoffs/x/number-disclosures", "{}");

        await IsProblem(rule, HttpStatusCode.Conflict, "consent-missing");
        var told = await IsProblem(late, HttpStatusCode.Conflict, "already-acknowledged");
        Assert.Contains(People.Bibbi.Name!, (string?)told["detail"], StringComparison.Ordinal);
        await IsProblem(hidden, HttpStatusCode.NotFound, "not-found");
        await IsProblem(role, HttpStatusCode.Forbidden, "role-missing");
        var wrong = await IsProblem(invalid, HttpStatusCode.BadRequest, "invalid-request");
        var fields = wrong["violations"]!.AsArray().Select(one => (string?)one!["field"]);
        Assert.Equal(["handoffId", "reason"], fields.Order());
    }

    private async Task<HttpResponseMessage> Post(TestUser user, string path, string body, string? seen = null)
    {
        using var client = host.Json(user);
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            Version = client.DefaultRequestVersion,
            VersionPolicy = client.DefaultVersionPolicy,
        };
        if (seen is not null)
            request.Headers.TryAddWithoutValidation("If-Match", seen);
        return await client.SendAsync(request);
    }

    private static async Task<JsonNode> IsProblem(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var problem = await Body(answer);
        Assert.Equal((status, code), (answer.StatusCode, (string?)problem["code"]));
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        return problem;
    }

    private static async Task<JsonNode> Body(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
}
