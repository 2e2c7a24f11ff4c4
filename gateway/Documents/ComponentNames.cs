using System.Text.Json.Nodes;

namespace NaraVard.Gateway.Documents;

/// <summary>
/// Two services may mean different things by one component's name, for one of an older version too. The later one gets
/// its service's name in front, and its references follow.
/// </summary>
internal sealed class ComponentNames
{
    private readonly Dictionary<string, JsonNode?> known = new(StringComparer.Ordinal);

    public JsonNode MakeDistinct(string service, JsonObject document)
    {
        var prefix = char.ToUpperInvariant(service[0]) + service[1..];
        var clashes = Components(document)
            .Where(one => known.TryGetValue(one.Reference, out var other) && !JsonNode.DeepEquals(one.Component, other))
            .ToDictionary(one => one.Reference, one => one.Kind + prefix + one.Name);
        Follow(document, clashes);
        foreach (var (kind, members) in document["components"] as JsonObject ?? [])
            foreach (var name in (members as JsonObject ?? []).Select(member => member.Key).ToList())
                if (clashes.ContainsKey($"#/components/{kind}/{name}"))
                    Rename(members!.AsObject(), name, prefix + name);
        foreach (var (_, _, reference, component) in Components(document))
            known.TryAdd(reference, component?.DeepClone());
        return document;
    }

    private static IEnumerable<(string Kind, string Name, string Reference, JsonNode? Component)> Components(
        JsonObject document) =>
        from kind in document["components"] as JsonObject ?? []
        from member in kind.Value as JsonObject ?? []
        let prefix = $"#/components/{kind.Key}/"
        select (prefix, member.Key, prefix + member.Key, member.Value);

    private static void Rename(JsonObject members, string from, string to)
    {
        var component = members[from];
        members.Remove(from);
        members[to] = component;
    }

    private static void Follow(JsonNode? node, Dictionary<string, string> names)
    {
        switch (node)
        {
            case JsonArray items:
                foreach (var item in items)
                    Follow(item, names);
                break;
            case JsonObject members:
                if (members["$ref"] is JsonValue value && value.TryGetValue(out string? target)
                    && names.TryGetValue(target, out var name))
                    members["$ref"] = name;
                foreach (var (_, member) in members)
                    Follow(member, names);
                break;
        }
    }
}
