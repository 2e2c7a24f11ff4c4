using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NaraVard.EndToEnd.Tests.Running;

/// <summary>Somebody who has signed in and uses the public JSON API.</summary>
internal sealed class Member(HttpClient client, Uri gateway, string token, Spoken spoken)
{
    public string Token => token;

    public Task<Answer> Get(string path, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Get, path, null, headers);

    public Task<Answer> Post(string path, object body, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Post, path, body, headers);

    /// <summary>Opens a live list, and keeps it open; through another address when one is given.</summary>
    public async Task<LiveList> Follow(string path, Uri? through = null, Func<LiveEvent, bool>? cutAfter = null)
    {
        var list = new LiveList(through ?? gateway, path, token) { CutAfter = cutAfter };
        await list.Connect();
        return list;
    }

    public async Task<Answer> Send(
        HttpMethod method, string path, object? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(gateway, path));
        request.Headers.Authorization = new("Bearer", token);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        if (body is not null)
            request.Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        // Headers are logged by whoever stands in front; nothing secret may be in them.
        spoken.Add("answer headers", $"{answer.Headers}{answer.RequestMessage?.RequestUri}");
        return new(answer.StatusCode, text, answer.Headers.ToDictionary(
            header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase))
        {
            MediaType = answer.Content.Headers.ContentType?.MediaType,
        };
    }
}

/// <summary>What the API answered.</summary>
internal sealed record Answer(HttpStatusCode Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public string? MediaType { get; init; }

    public JsonNode Body => JsonNode.Parse(Text)!;

    /// <summary>The body, when the status is the expected one; else a failure that shows the problem.</summary>
    public JsonNode With(HttpStatusCode status)
    {
        Assert.True(Status == status, $"{(int)Status} and not {(int)status}: {Text}");
        return Body;
    }
}
