using System.Text.Json.Nodes;
using NaraVard.Grpc.Tests.Json;

namespace NaraVard.Grpc.Tests.OpenApi;

/// <summary>Every operation is called with its own examples, and the running service takes them.</summary>
public sealed class ExampleTests : IAsyncLifetime
{
    private JsonHost host = null!;

    public async Task InitializeAsync() => host = await JsonHost.Start();

    public async Task DisposeAsync() => await host.DisposeAsync();

    public static TheoryData<string, string> Operations
    {
        get
        {
            var operations = new TheoryData<string, string>();
            foreach (var (path, item) in Documents.OfVisits["paths"]!.AsObject())
            {
                foreach (var (verb, _) in item!.AsObject())
                    operations.Add(verb, path);
            }

            return operations;
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task The_service_takes_the_example(string verb, string path)
    {
        var operation = Documents.OfVisits["paths"]![path]![verb]!;
        var body = operation.At("requestBody content application/json example")?.ToJsonString();

        var answer = await host.Send(verb.ToUpperInvariant(), Address(path, operation), body);

        Assert.True(operation["responses"]!.AsObject().ContainsKey($"{answer.Status}"), answer.Text);
        Assert.InRange(answer.Status, 200, 299);
    }

    private static string Address(string path, JsonNode operation)
    {
        var query = new List<string>();
        foreach (var parameter in operation["parameters"]!.AsArray().Where(p => p!["$ref"] is null))
        {
            var (name, example) = (parameter!["name"]!.GetValue<string>(), parameter["example"]!);
            var values = example is JsonArray many ? many.Select(one => one!.ToString()) : [example.ToString()];
            if (parameter["in"]!.GetValue<string>() == "path")
                path = path.Replace($"{{{name}}}", Uri.EscapeDataString(values.Single()), StringComparison.Ordinal);
            else
                query.AddRange(values.Select(value => $"{name}={Uri.EscapeDataString(value)}"));
        }

        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }
}
