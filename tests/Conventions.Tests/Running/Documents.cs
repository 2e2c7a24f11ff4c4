using System.Text.Json.Nodes;

namespace NaraVard.Conventions.Tests.Running;

/// <summary>The API documents, as everybody gets them.</summary>
internal static class Documents
{
    /// <summary>Each service's by its word, and the merged one as <c>gateway</c>. Free ports are made 0.</summary>
    public static async Task<IReadOnlyDictionary<string, JsonNode>> All(RunningSuite suite)
    {
        var documents = new Dictionary<string, JsonNode>();
        foreach (var service in suite.Databases.Keys)
            documents[service] = await Read(suite, $"/{service}/v1/openapi.json");
        documents["gateway"] = await Read(suite, "/openapi.json");
        return documents;
    }

    /// <summary>The services' own.</summary>
    public static async Task<IReadOnlyDictionary<string, JsonNode>> OfServices(RunningSuite suite) =>
        (await All(suite)).Where(one => one.Key != "gateway").ToDictionary();

    /// <summary>Every operation of a document, with its path and verb.</summary>
    public static IEnumerable<(string Path, string Verb, JsonObject Operation)> Operations(JsonNode document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where operation.Value is JsonObject
        select (path.Key, operation.Key, operation.Value!.AsObject());

    private static async Task<JsonNode> Read(RunningSuite suite, string path)
    {
        var answer = await suite.Exchange.Send(HttpMethod.Get, new(suite.Exchange.Address(Way.JsonAtGateway), path));
        Assert.True(answer.IsDone, $"{path}: {answer}");
        return answer.Json;
    }
}
