using System.Text.Json;
using System.Text.Json.Nodes;

namespace NaraVard.Conventions.Tests.Promises;

/// <summary>
/// What somebody who relies on the older of two JSON documents would miss in the newer: members that are gone, values
/// that are others, what is demanded now and was not. Texts for people may change.
/// </summary>
internal static class Breaks
{
    private static readonly string[] Texts =
    [
        "description", "x-description-sv", "summary", "x-summary-sv", "title", "detail", "message", "example",
        "examples", "x-sla", "x-limitations",
    ];

    public static IEnumerable<string> Between(JsonNode? before, JsonNode? now, string at = "") => (before, now) switch
    {
        (JsonObject one, JsonObject other) => Members(one, other, at),
        (JsonArray one, JsonArray other) => Elements(one, other, at),
        _ when JsonNode.DeepEquals(before, now) => [],
        _ => [$"{at} was {Short(before)} and is {Short(now)}"],
    };

    // A field that is called "description" is no text: below properties and schemas every member is a name.
    private static IEnumerable<string> Members(JsonObject before, JsonObject now, string at)
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

        if (!areNames && !before.ContainsKey("required") && now["required"] is JsonArray { Count: > 0 })
            yield return $"{at}/required demands more";
    }

    private static IEnumerable<string> Elements(JsonArray before, JsonArray now, string at)
    {
        var isDemand = at.EndsWith("/required", StringComparison.Ordinal);
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

    private static HashSet<string> Keys(JsonArray array) => [.. array.Select(Key)];

    // Elements that have a name are the same by it; others by what they say.
    private static string Key(JsonNode? element) => element is JsonObject named
        && (named["name"] ?? named["$ref"] ?? named["field"]) is JsonValue name
        ? $"{name} {named["in"]}".Trim()
        : element?.ToJsonString() ?? "null";

    private static string Short(JsonNode? node) => node?.ToJsonString() is { Length: > 80 } text
        ? text[..80] + "…" : node?.ToJsonString() ?? "null";
}
