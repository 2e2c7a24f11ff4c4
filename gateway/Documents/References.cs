using System.Text.Json.Nodes;

namespace NaraVard.Gateway.Documents;

/// <summary>Lets <c>$ref</c> follow components that got another name.</summary>
internal static class References
{
    public static void Rename(JsonNode? node, Dictionary<string, string> names)
    {
        if (names.Count == 0)
            return;
        if (node is JsonArray items)
            foreach (var item in items)
                Rename(item, names);
        if (node is not JsonObject members)
            return;
        if (members["$ref"] is JsonValue value && value.TryGetValue(out string? target)
            && names.TryGetValue(target, out var name))
            members["$ref"] = $"{target[..(target.LastIndexOf('/') + 1)]}{name}";
        foreach (var (_, member) in members)
            Rename(member, names);
    }
}
