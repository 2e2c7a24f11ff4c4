using System.Text.Json.Nodes;
using Google.Protobuf.Reflection;

namespace NaraVard.Conventions.Tests.Attacks;

/// <summary>One field of a request, however deep, and how to give it another value.</summary>
/// <param name="Path">As violations name it: <c>person.name</c>.</param>
/// <param name="Field">Its description.</param>
internal sealed record Fields(string Path, FieldDescriptor Field)
{
    /// <summary>Every field that holds no further fields, and every list as a whole.</summary>
    public static IEnumerable<Fields> Of(MessageDescriptor message, string before = "")
    {
        foreach (var field in message.Fields.InDeclarationOrder())
        {
            var path = before + field.JsonName;
            var isWhole = field.FieldType != FieldType.Message || field.IsRepeated || IsWellKnown(field);
            foreach (var one in isWhole ? [new Fields(path, field)] : Of(field.MessageType, path + "."))
                yield return one;
        }
    }

    /// <summary>Whether it stands at the top of the request.</summary>
    public bool IsTop => !Path.Contains('.', StringComparison.Ordinal);

    /// <summary>The request with this value in the field; what it stands in is made where it is missing.</summary>
    public JsonObject In(JsonObject request, JsonNode? value)
    {
        var copy = request.DeepClone().AsObject();
        var holder = copy;
        var steps = Path.Split('.');
        foreach (var step in steps[..^1])
            holder = (holder[step] ??= new JsonObject()).AsObject();
        holder[steps[^1]] = value;
        return copy;
    }

    private static bool IsWellKnown(FieldDescriptor field) =>
        field.MessageType.File.Package.StartsWith("google.", StringComparison.Ordinal);
}
