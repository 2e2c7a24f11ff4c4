using System.Text.Json;
using NaraVard.HouseRules.Tests;

namespace NaraVard.Contracts.Tests;

/// <summary>Addresses are promises too, and buf does not compare options: one line for each RPC and route.</summary>
public sealed class RouteTests
{
    private static readonly string[] Verbs = ["get", "post", "put", "patch", "delete"];

    [Fact]
    public async Task Every_rpc_keeps_its_address()
    {
        var difference = Golden.Difference("routes.txt", await Routes());

        Assert.True(difference is null, $"{difference}; when that is meant: eng/contracts-accept");
    }

    [Fact]
    public async Task No_two_rpcs_share_a_route()
    {
        var routes = (await Routes()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', 2)).Where(words => words.Length == 2).Select(words => words[1]).ToList();

        Assert.Equal(routes.Distinct(), routes);
    }

    private static async Task<string> Routes()
    {
        var json = await Buf.Run(
            RepositoryRoot.Path, "build", ".", "--config", Buf.Config, "--exclude-source-info", "-o", "-#format=json");
        using var image = JsonDocument.Parse(json);
        var lines =
            from file in Elements(image.RootElement, "file")
            let package = file.GetProperty("package").GetString()!
            where package.StartsWith("naravard.", StringComparison.Ordinal)
            from service in Elements(file, "service")
            from rpc in Elements(service, "method")
            select $"{package}.{Name(service)}/{Name(rpc)}{Route(rpc)}\n";
        return string.Concat(lines);
    }

    private static JsonElement.ArrayEnumerator Elements(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var array) ? array.EnumerateArray() : default;

    private static string Route(JsonElement rpc)
    {
        if (!rpc.TryGetProperty("options", out var options)
            || !options.TryGetProperty("[google.api.http]", out var http))
            return "";
        var verb = Verbs.First(verb => http.TryGetProperty(verb, out _));
        var stream = rpc.TryGetProperty("serverStreaming", out _) ? " stream" : "";
        return $" {verb.ToUpperInvariant()} {http.GetProperty(verb).GetString()}{stream}";
    }

    private static string? Name(JsonElement element) => element.GetProperty("name").GetString();
}
