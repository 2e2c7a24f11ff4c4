using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NaraVard.Gateway.Documents;

/// <summary>JSON as YAML in block style. Every text is a quoted JSON text, which YAML reads the same way.</summary>
internal static class Yaml
{
    public static string Of(JsonNode document)
    {
        var text = new StringBuilder();
        Write(text, document, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, int depth)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } members:
                foreach (var (name, member) in members)
                    Entry(text, $"{Scalar(name)}:", member, depth);
                break;
            case JsonArray { Count: > 0 } items:
                foreach (var item in items)
                    Entry(text, "-", item, depth);
                break;
            default:
                text.Append(' ', depth * 2).AppendLine(Flat(node));
                break;
        }
    }

    private static void Entry(StringBuilder text, string head, JsonNode? node, int depth)
    {
        text.Append(' ', depth * 2).Append(head);
        if (node is JsonObject { Count: > 0 } or JsonArray { Count: > 0 })
        {
            text.AppendLine();
            Write(text, node, depth + 1);
        }
        else
        {
            text.Append(' ').AppendLine(Flat(node));
        }
    }

    private static string Flat(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject => "{}",
        JsonArray => "[]",
        _ when node.GetValueKind() is JsonValueKind.String => Scalar(node.GetValue<string>()),
        _ => node.ToJsonString(),
    };

    private static string Scalar(string value) => JsonSerializer.Serialize(value, DocumentText.Readable);
}
