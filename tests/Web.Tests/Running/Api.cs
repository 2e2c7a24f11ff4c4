using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NaraVard.Web.Tests.Running;

/// <summary>What others do at the same time: systems at the ER, colleagues at the desk.</summary>
internal sealed class Api(Deployment deployment) : IDisposable
{
    private const string Handoffs = "/handoff/v1/handoffs";
    private static readonly TimeSpan TokenUse = TimeSpan.FromMinutes(2);
    private readonly ConcurrentDictionary<string, (string Token, long At)> tokens = [];

    private readonly HttpClient client = new();

    /// <summary>The ER's system sends a handoff, past the gateway so that it can be down.</summary>
    public async Task Request(Patient patient) =>
        await Sent(await Post("eva.akuten", Handoffs, patient.Request()), HttpStatusCode.Created);

    public async Task Acknowledge(Patient patient, string userName = "bengt.karlstad") =>
        await Sent(await Post(userName, $"{Handoffs}/{patient.Id}/acknowledgements", new { }), HttpStatusCode.OK);

    public async Task Start(Patient patient) => await Sent(
        await Post("bengt.karlstad", $"{Handoffs}/{patient.Id}/starts", new { investigation = false }),
        HttpStatusCode.OK);

    public async Task Answer(Patient patient, object outcome) => await Sent(
        await Post("bengt.karlstad", $"{Handoffs}/{patient.Id}/outcomes", new { outcome }), HttpStatusCode.OK);

    /// <summary>The ER says that the person has gone without waiting.</summary>
    public async Task Left(Patient patient) => await Sent(
        await Post("eva.akuten", $"{Handoffs}/{patient.Id}/endings", new { reason = "END_REASON_LEFT" }),
        HttpStatusCode.OK);

    /// <summary>A handoff as its desk sees it.</summary>
    public async Task<JsonNode> Get(Patient patient, string userName = "bengt.karlstad") =>
        await Sent(await Send(HttpMethod.Get, userName, $"{Handoffs}/{patient.Id}", null), HttpStatusCode.OK);

    public void Dispose() => client.Dispose();

    private Task<HttpResponseMessage> Post(string userName, string path, object body) =>
        Send(HttpMethod.Post, userName, path, body);

    private async Task<HttpResponseMessage> Send(HttpMethod method, string userName, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(deployment.Service, path))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Token(userName));
        if (body is not null)
            request.Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        return await client.SendAsync(request);
    }

    private static async Task<JsonNode> Sent(HttpResponseMessage answer, HttpStatusCode expected)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode == expected, $"{(int)answer.StatusCode} and not {(int)expected}: {text}");
            return JsonNode.Parse(text)!;
        }
    }

    private async Task<string> Token(string userName)
    {
        var clock = TimeProvider.System;
        if (tokens.TryGetValue(userName, out var known) && clock.GetElapsedTime(known.At) < TokenUse)
            return known.Token;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "password",
            ["client_id"] = "naravard-cli",
            ["username"] = userName,
            ["password"] = "naravard",
        });
        using var answer = await client.PostAsync($"{deployment.Issuer}/protocol/openid-connect/token", form);
        answer.EnsureSuccessStatusCode();
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        tokens[userName] = ((string)body["access_token"]!, clock.GetTimestamp());
        return tokens[userName].Token;
    }
}
