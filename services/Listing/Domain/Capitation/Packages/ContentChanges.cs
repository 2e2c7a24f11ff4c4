using System.Text.Json;

namespace NaraVard.Listing.Domain.Capitation.Packages;

/// <summary>What differs between two packages' contents. Lists are matched by what names their parts.</summary>
internal static class ContentChanges
{
    private static readonly string[] Names = ["code", "relation", "measure", "unit", "fromKm"];

    /// <summary>The changes, by path; nothing when the contents say the same.</summary>
    public static IReadOnlyList<ContentChange> Between(string before, string after)
    {
        var (old, now) = (Values(before), Values(after));
        return
        [
            .. from path in old.Keys.Union(now.Keys).Order(StringComparer.Ordinal)
               let change = new ContentChange(
                   path, old.GetValueOrDefault(path, ""), now.GetValueOrDefault(path, ""))
               where change.Before != change.After
               select change,
        ];
    }

    private static Dictionary<string, string> Values(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Values("", document.RootElement).ToDictionary(value => value.Path, value => value.Text);
    }

    private static IEnumerable<(string Path, string Text)> Values(string path, JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject()
                .SelectMany(member => Values(path.Length == 0 ? member.Name : $"{path}.{member.Name}", member.Value)),
            JsonValueKind.Array => element.EnumerateArray()
                .SelectMany((part, i) => Values($"{path}[{Name(part, i)}]", part)),
            _ => [(path, element.ToString())],
        };

    private static string Name(JsonElement part, int index) =>
        part.ValueKind == JsonValueKind.Object
        && Names.FirstOrDefault(name => part.TryGetProperty(name, out _)) is { } name
            ? part.GetProperty(name).ToString()
            : $"{index}";
}

/// <summary>One thing that differs; empty where it is not there.</summary>
internal sealed record ContentChange(string Path, string Before, string After);
