using System.Text.Json.Nodes;

namespace NaraVard.EndToEnd.Tests.Running;

/// <summary>An operation's example, ready to be sent.</summary>
internal sealed record Example(string Id, HttpMethod Method, string Path, JsonNode? Body);

/// <summary>The API document, read as somebody who tries out what it shows.</summary>
internal static class ApiDocument
{
    private static readonly string[] Verbs = ["get", "post", "put", "patch", "delete"];

    /// <summary>The example of every operation, but for those whose answer is a stream.</summary>
    public static IEnumerable<Example> Examples(JsonNode document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where Verbs.Contains(operation.Key) && !IsStream(operation.Value!)
        select new Example(
            (string)operation.Value!["operationId"]!, HttpMethod.Parse(operation.Key),
            Filled(path.Key, operation.Value), BodyOf(operation.Value));

    private static bool IsStream(JsonNode operation) =>
        operation["responses"]!["200"]?["content"]?["text/event-stream"] is not null;

    private static JsonNode? BodyOf(JsonNode operation) => operation["requestBody"] is { } body
        ? body["content"]!["application/json"]!["example"]
            ?? throw new InvalidOperationException($"{operation["operationId"]} takes a body and shows none.")
        : null;

    private static string Filled(string path, JsonNode operation)
    {
        var query = new List<string>();
        foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
        {
            if (parameter!["example"] is not { } example)
                continue;
            var name = (string)parameter["name"]!;
            if ((string?)parameter["in"] == "path")
                path = path.Replace($"{{{name}}}", Text(example), StringComparison.Ordinal);
            else if ((string?)parameter["in"] == "query")
                query.AddRange(Values(example).Select(value => $"{name}={Text(value)}"));
        }

        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }

    private static IEnumerable<JsonNode> Values(JsonNode example) =>
        example is JsonArray several ? several.Select(value => value!) : [example];

    private static string Text(JsonNode value) => Uri.EscapeDataString(value.ToString());
}
