using System.Net;
using System.Text.Json;

namespace NaraVard.Gateway.Tests.Testing;

/// <summary>
/// A browser as far as sessions go: keeps cookies by name and path, and goes to addresses. It may talk to any replica,
/// as through a load balancer.
/// </summary>
internal sealed class Browser(SessionScene scene)
{
    private readonly Dictionary<string, (string Value, string Path)> cookies = [];

    /// <summary>Each <c>Set-Cookie</c> line so far.</summary>
    public List<string> Lines { get; } = [];

    /// <summary>The names of the cookies that it has.</summary>
    public IEnumerable<string> Cookies => cookies.Keys;

    /// <summary>Signs in, and ends where the gateway sends it.</summary>
    public async Task<string> SignIn(string query = "?return=/board", int replica = 0, int back = 0)
    {
        using var away = await Get("/session/sign-in" + query, replica);
        using var answered = await scene.Outside.GetAsync(away.Headers.Location);
        return await Finish(answered.Headers.Location!, back);
    }

    /// <summary>Comes back from the sign-in service; says where it is sent on to.</summary>
    public async Task<string> Finish(Uri address, int replica = 0)
    {
        using var done = await Get(address.PathAndQuery, replica);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        return done.Headers.Location!.OriginalString;
    }

    /// <summary>What the gateway says of the session.</summary>
    public async Task<JsonElement> Session(int replica = 0)
    {
        using var answer = await Get("/session", replica);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    public Task<HttpResponseMessage> Get(string path, int replica = 0, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Get, path, replica, headers);

    /// <summary>Signs out as the page does.</summary>
    public async Task<HttpResponseMessage> SignOut(string antiForgery, int replica = 0) =>
        await Send(HttpMethod.Post, "/session/sign-out", replica, ("x-anti-forgery", antiForgery));

    public async Task<HttpResponseMessage> Send(
        HttpMethod verb, string path, int replica = 0, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(verb, path);
        var sent = cookies.Where(cookie => path.StartsWith(cookie.Value.Path, StringComparison.Ordinal))
            .Select(cookie => $"{cookie.Key}={cookie.Value.Value}").ToList();
        if (sent.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", sent));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        var answer = await scene.Replicas[replica].Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Keep(answer);
        return answer;
    }

    private void Keep(HttpResponseMessage answer)
    {
        if (!answer.Headers.TryGetValues("Set-Cookie", out var lines))
            return;
        foreach (var line in lines)
        {
            Lines.Add(line);
            var parts = line.Split(';', StringSplitOptions.TrimEntries);
            var (name, value) = (parts[0].Split('=')[0], parts[0][(parts[0].IndexOf('=') + 1)..]);
            if (parts.Any(part => part.StartsWith("expires=Thu, 01 Jan 1970", StringComparison.OrdinalIgnoreCase)))
                cookies.Remove(name);
            else
                cookies[name] = (value, parts.First(part => part.StartsWith("path=", StringComparison.Ordinal))[5..]);
        }
    }
}
