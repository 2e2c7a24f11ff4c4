using System.Text.Json;
using System.Text.Json.Nodes;

namespace NaraVard.Conventions.Tests.Promises;

/// <summary>
/// What somebody who relies on the older of two JSON documents would miss in the newer: members that are gone, values
/// that are others, what is demanded now and was not. Texts for people may change, and an answer may have more.
/// </summary>
internal sealed class Breaks
{
    private const string Schemas = "/components/schemas/";


    private static readonly string[] Texts =
    [
        "description", "x-description-sv", "summary", "x-summary-sv", "title", "detail", "message", "example",
        "examples", "x-sla", "x-limitations",
    ];

    private readonly HashSet<string> sent = [];

    private Breaks(JsonNode? document)
    {
        var bodies = Within(document).OfType<JsonObject>().Select(one => one["requestBody"]).ToList();
        var open = new Stack<JsonNode?>(bodies);
        while (open.TryPop(out var node))
            foreach (var name in Within(node).OfType<JsonObject>().Select(one => one["$ref"]?.ToString()[1..])
                .OfType<string>().Where(sent.Add))
                open.Push(document!["components"]?["schemas"]?[name[Schemas.Length..]]);
    }

    public static IEnumerable<string> Between(JsonNode? before, JsonNode? now) =>
        new Breaks(now).Between(before, now, "");

    private IEnumerable<string> Between(JsonNode? before, JsonNode? now, string at) => (before, now) switch
    {
        (JsonObject one, JsonObject other) => Members(one, other, at),
        (JsonArray one, JsonArray other) => Elements(one, other, at),
        _ when JsonNode.DeepEquals(before, now) => [],
        _ => [$"{at} was {Short(before)} and is {Short(now)}"],
    };

    // A field that is called "description" is no text: below properties and schemas every member is a name.
    private IEnumerable<string> Members(JsonObject before, JsonObject now, string at)
    {
        var areNames = at.EndsWith("/properties", StringComparison.Ordinal)
            || at.EndsWith("/schemas", StringComparison.Ordinal);
        foreach (var (name, value) in before)
        {
            if (!areNames && (Texts.Contains(name) || (name == "version" && at == "/info")))
                continue;
            if (!now.TryGetPropertyValue(name, out var other))
                yield return $"{at}/{name} is gone";
            else
                foreach (var broken in Between(value, other, $"{at}/{name}"))
                    yield return broken;
        }

        if (!areNames && !IsAnswer(at) && !before.ContainsKey("required")
            && now["required"] is JsonArray { Count: > 0 })
            yield return $"{at}/required demands more";
    }

    private IEnumerable<string> Elements(JsonArray before, JsonArray now, string at)
    {
        var isDemand = at.EndsWith("/required", StringComparison.Ordinal) && !IsAnswer(at[..^"/required".Length]);
        if (isDemand && !Keys(before).SetEquals(Keys(now)))
            yield return $"{at} was {Short(before)} and is {Short(now)}";
        var known = now.ToLookup(Key);
        foreach (var element in before)
            if (known[Key(element)].FirstOrDefault() is not { } other)
                yield return $"{at}: {Short(element)} is gone";
            else
                foreach (var broken in Between(element, other, $"{at}/{Key(element)}"))
                    yield return broken;
        foreach (var added in now.OfType<JsonObject>().Where(element => !Keys(before).Contains(Key(element))
            && element["required"]?.GetValueKind() is JsonValueKind.True))
            yield return $"{at}: {Key(added)} is demanded now";
    }

    /// <summary>A schema that no request body has anything of: its members are what callers get.</summary>
    private bool IsAnswer(string schema) => schema.StartsWith(Schemas, StringComparison.Ordinal)
        && !sent.Contains(Schemas + schema[Schemas.Length..].Split('/')[0]);

    private static IEnumerable<JsonNode> Within(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Within(member.Value)).Prepend(members),
        JsonArray elements => elements.SelectMany(Within),
        _ => [],
    };

    private static HashSet<string> Keys(JsonArray array) => [.. array.Select(Key)];

    // Elements that have a name are the same by it; others by what they say.
    private static string Key(JsonNode? element) => element is JsonObject named
        && (named["name"] ?? named["$ref"] ?? named["field"]) is JsonValue name
        ? $"{name} {named["in"]}".Trim()
        : element?.ToJsonString() ?? "null";

    private static string Short(JsonNode? node) => node?.ToJsonString() is { Length: > 80 } text
        ? text[..80] + "…" : node?.ToJsonString() ?? "null";
}
