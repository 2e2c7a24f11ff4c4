using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Grpc.OpenApi;

/// <summary>The same document as YAML, for those who read it.</summary>
public static class OpenApiYaml
{
    /// <summary>Writes any JSON as block YAML 1.2; texts are quoted, so that none is taken for a date.</summary>
    public static string Write(JsonNode document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var yaml = new StringBuilder();
        Write(yaml, document, 0);
        return yaml.ToString();
    }

    private static void Write(StringBuilder yaml, JsonNode? node, int depth)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } members:
                foreach (var (name, value) in members)
                    Entry(yaml, depth, YamlText.Key(name) + ":", value);
                break;
            case JsonArray { Count: > 0 } elements:
                foreach (var element in elements)
                    Entry(yaml, depth, "-", element);
                break;
            default:
                yaml.Append(Inline(node)).Append('\n');
                break;
        }
    }

    private static void Entry(StringBuilder yaml, int depth, string lead, JsonNode? value)
    {
        yaml.Append(' ', depth * 2).Append(lead);
        if (lead == "-" && value is JsonObject { Count: > 0 })
        {
            // The first member stands beside the dash, the others below it.
            var members = new StringBuilder();
            Write(members, value, depth + 1);
            yaml.Append(' ').Append(members, (depth + 1) * 2, members.Length - ((depth + 1) * 2));
        }
        else if (value is JsonObject { Count: > 0 } or JsonArray { Count: > 0 })
        {
            yaml.Append('\n');
            Write(yaml, value, depth + 1);
        }
        else
        {
            yaml.Append(' ').Append(Inline(value)).Append('\n');
        }
    }

    private static string Inline(JsonNode? node) => node?.ToJsonString(YamlText.Json) ?? "null";
}

/// <summary>What of JSON is YAML too.</summary>
internal static class YamlText
{
    /// <summary>JSON with letters as they are.</summary>
    public static readonly JsonSerializerOptions Json =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A name: bare when nothing can take it for anything else.</summary>
    public static string Key(string name) =>
        char.IsAsciiLetter(name[0])
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.')
        && name is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off" or "y" or "n")
            ? name
            : JsonSerializer.Serialize(name, Json);
}
