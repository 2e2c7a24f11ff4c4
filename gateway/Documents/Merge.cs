using System.Text.Json.Nodes;
using NaraVard.Gateway.Options;

namespace NaraVard.Gateway.Documents;

/// <summary>
/// One OpenAPI document of many: paths and tags side by side, and components once. Two services' components of the same
/// name that differ get the service's name in front.
/// </summary>
internal sealed class Merge(DocumentsOptions options)
{
    private readonly JsonObject paths = [];
    private readonly JsonArray tags = [];
    private readonly JsonObject components = [];
    private readonly JsonArray missing = [];
    private JsonNode? security;

    public JsonObject Of(IEnumerable<ServiceDocument> documents)
    {
        foreach (var (service, document) in documents)
            if (document is null)
                missing.Add(service);
            else
                Add(service, document);
        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = Info(),
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["security"] = security,
            ["tags"] = tags,
            ["paths"] = paths,
            ["components"] = components,
            ["x-unavailable"] = missing,
        };
    }

    private JsonObject Info()
    {
        var info = new JsonObject
        {
            ["title"] = options.Title,
            ["version"] = "1",
            ["description"] = Sentence("All services of this deployment. What is called for here goes through the gateway, "
                + "which needs an access token, limits each caller and answers errors as RFC 9457 problems.",
                "Left out now, since they do not answer: "),
            ["x-description-sv"] = Sentence("Alla tjänster i den här installationen. Anropen går genom växeln, som kräver "
                + "åtkomstbiljett, begränsar varje anropare och svarar med fel enligt RFC 9457.",
                "Saknas just nu, eftersom de inte svarar: "),
            ["contact"] = new JsonObject { ["name"] = options.ContactName },
            ["license"] = new JsonObject { ["name"] = "CC0-1.0" },
        };
        if (options.ContactUrl.Length > 0)
            info["contact"]!["url"] = options.ContactUrl;
        return info;
    }

    private string Sentence(string text, string without) =>
        missing.Count == 0 ? text : $"{text} {without}{string.Join(", ", missing.Select(name => name!.GetValue<string>()))}.";

    private void Add(string service, JsonObject document)
    {
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (kind, members) in Members(document["components"]))
            foreach (var (name, component) in Members(members))
                if (Place(kind, name)?[name] is { } known && !JsonNode.DeepEquals(known, component))
                    renamed[$"#/components/{kind}/{name}"] = $"{Capital(service)}{name}";
        References.Rename(document, renamed);
        foreach (var (kind, members) in Members(document["components"]))
            foreach (var (name, component) in Members(members))
            {
                var final = renamed.GetValueOrDefault($"#/components/{kind}/{name}", name);
                Place(kind, final)![final] ??= component?.DeepClone();
            }

        foreach (var (path, item) in Members(document["paths"]))
            paths[path] ??= Tagged(item!.DeepClone(), service);
        security ??= document["security"]?.DeepClone();
        tags.Add(Tag(service, document["info"]));
    }

    private JsonObject? Place(string kind, string name) =>
        name.Length == 0 ? null : (JsonObject)(components[kind] ??= new JsonObject());

    private static JsonObject Tag(string service, JsonNode? info)
    {
        var tag = new JsonObject { ["name"] = service };
        foreach (var member in new[] { "description", "x-description-sv" })
            if (info?[member] is { } text)
                tag[member] = text.DeepClone();
        return tag;
    }

    private static JsonNode Tagged(JsonNode item, string service)
    {
        foreach (var (_, operation) in Members(item))
            if (operation is JsonObject found && found.ContainsKey("responses"))
                found["tags"] = new JsonArray(service);
        return item;
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Members(JsonNode? node) => node as JsonObject ?? [];

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
