using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Api;
using Google.Protobuf.Reflection;

namespace Grpc.OpenApi;

/// <summary>Examples of messages, put together from the examples of their fields.</summary>
internal sealed class Examples(ContractText text)
{
    /// <summary>An example of a message as it is sent or answered.</summary>
    public JsonNode? Of(MessageDescriptor message, bool isRequest, IReadOnlySet<string>? without = null) =>
        TypeSchemas.WellKnown(message) is null
            ? Message(message, isRequest, without ?? FrozenSet<string>.Empty, [])
            : WellKnown(message);

    /// <summary>The example of one field, as an answer would hold it.</summary>
    public JsonNode? Of(FieldDescriptor field) => Field(field, isRequest: false, []);

    private JsonObject Message(
        MessageDescriptor message, bool isRequest, IReadOnlySet<string> without, IReadOnlyList<MessageDescriptor> within)
    {
        var example = new JsonObject();
        var chosen = new HashSet<OneofDescriptor>();
        foreach (var field in message.Fields.InDeclarationOrder())
        {
            var hidden = isRequest ? FieldBehavior.OutputOnly : FieldBehavior.InputOnly;
            var isRecursive = field.FieldType == FieldType.Message && within.Append(message).Contains(field.MessageType);
            if (without.Contains(field.Name) || isRecursive || Schemas.Behaviours(field).Contains(hidden))
                continue;
            if (field.RealContainingOneof is { } choice && !chosen.Add(choice))
                continue;
            if (Field(field, isRequest, [.. within, message]) is { } value)
                example[field.JsonName] = value;
        }

        return example;
    }

    private JsonNode? Field(FieldDescriptor field, bool isRequest, IReadOnlyList<MessageDescriptor> within)
    {
        var given = text.Of(field.FullName).Example;
        if (given is not null && (field.IsMap || (field.IsRepeated && given.StartsWith('[')) || IsObject(field, given)))
            return Parse(field.FullName, given);
        if (field.IsMap)
            return new JsonObject();
        var value = Value(field, given, isRequest, within);
        return field.IsRepeated && value is not null ? new JsonArray(value) : value;
    }

    private static bool IsObject(FieldDescriptor field, string given) =>
        field.FieldType == FieldType.Message && given.StartsWith('{');

    private JsonNode? Value(FieldDescriptor field, string? given, bool isRequest, IReadOnlyList<MessageDescriptor> within)
    {
        switch (field.FieldType)
        {
            case FieldType.Message when TypeSchemas.WellKnown(field.MessageType) is null:
                return Message(field.MessageType, isRequest, FrozenSet<string>.Empty, within);
            case FieldType.Message when Json.WellKnownTypes.IsWrapper(field.MessageType):
                return Scalar(field, field.MessageType.FindFieldByNumber(1).FieldType, given);
            case FieldType.Message:
                return given is null ? WellKnown(field.MessageType)
                    : field.MessageType.FullName is "google.protobuf.Value" ? Parse(field.FullName, given)
                    : given;
            case FieldType.Enum:
                return given ?? field.EnumType.Values.First(v => v.Number != 0 || field.EnumType.Values.Count == 1).Name;
            default:
                return Scalar(field, field.FieldType, given);
        }
    }

    private static JsonNode? WellKnown(MessageDescriptor message) => message.FullName switch
    {
        "google.protobuf.Timestamp" => "2026-03-01T08:00:00Z",
        "google.protobuf.Duration" => "90s",
        "google.protobuf.Struct" or "google.protobuf.Empty" => new JsonObject(),
        "google.protobuf.ListValue" => new JsonArray(),
        _ => null,
    };

    private static JsonNode? Scalar(FieldDescriptor field, FieldType type, string? given) => type switch
    {
        FieldType.String or FieldType.Bytes => given
            ?? throw new InvalidOperationException($"{field.FullName} has no example (a line with example:) in its contract."),
        FieldType.Bool => given is null or "true",
        FieldType.Int64 or FieldType.UInt64 or FieldType.SInt64 or FieldType.Fixed64 or FieldType.SFixed64 => given ?? "1",
        _ when given is null => 1,
        _ when decimal.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw new InvalidOperationException($"The example of {field.FullName} is no number: {given}"),
    };

    /// <summary>Reads an example that is written as JSON.</summary>
    public static JsonNode? Parse(string element, string json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException broken)
        {
            throw new InvalidOperationException($"The example of {element} is no JSON: {json}", broken);
        }
    }
}
