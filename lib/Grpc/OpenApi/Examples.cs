using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Api;
using Google.Protobuf.Reflection;

namespace Grpc.OpenApi;

/// <summary>
/// Examples of messages, put together from the examples of their fields. A text without an example is left out of
/// requests and empty in answers; a required field must have one, and so must a request something.
/// </summary>
internal sealed class Examples(ContractText text)
{
    /// <summary>An example of a message as it is sent or answered.</summary>
    public JsonNode? Of(MessageDescriptor message, bool isRequest, IReadOnlySet<string>? without = null) =>
        TypeSchemas.WellKnown(message) is null
            ? NotEmpty(message, isRequest, without ?? FrozenSet<string>.Empty)
            : WellKnown(message);

    /// <summary>The example of one field on its own; null when the contract has none.</summary>
    public JsonNode? Of(FieldDescriptor field) => Field(field, isRequest: true, []);

    /// <summary>The example of a field that cannot be left out.</summary>
    public JsonNode Demand(FieldDescriptor field) => Of(field) ?? throw Missing(field.FullName);

    private JsonObject NotEmpty(MessageDescriptor message, bool isRequest, IReadOnlySet<string> without)
    {
        var example = Message(message, isRequest, without, []);
        var isSomething = example.Any(member => member.Value?.ToJsonString() is not "\"\"");
        return isSomething || message.Fields.InDeclarationOrder().Count <= without.Count
            ? example
            : throw Missing(message.FullName);
    }

    private static bool IsRequired(FieldDescriptor field) => Schemas.Behaviours(field).Contains(FieldBehavior.Required);

    private static InvalidOperationException Missing(string element) =>
        new($"{element} has no example (a line with example:) in its contract.");

    private JsonObject Message(
        MessageDescriptor message,
        bool isRequest,
        IReadOnlySet<string> without,
        IReadOnlyList<MessageDescriptor> within)
    {
        var example = new JsonObject();
        var chosen = new HashSet<OneofDescriptor>();
        foreach (var field in message.Fields.InDeclarationOrder())
        {
            var hidden = isRequest ? FieldBehavior.OutputOnly : FieldBehavior.InputOnly;
            var isRecursive = field.FieldType == FieldType.Message
                && within.Append(message).Contains(field.MessageType);
            if (without.Contains(field.Name) || isRecursive || Schemas.Behaviours(field).Contains(hidden))
                continue;
            if (field.RealContainingOneof is { } made && chosen.Contains(made))
                continue;
            if (Field(field, isRequest, [.. within, message]) is not { } value)
                continue;
            example[field.JsonName] = value;
            if (field.RealContainingOneof is { } choice)
                chosen.Add(choice);
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

    private JsonNode? Value(
        FieldDescriptor field, string? given, bool isRequest, IReadOnlyList<MessageDescriptor> within)
    {
        switch (field.FieldType)
        {
            case FieldType.Message when TypeSchemas.WellKnown(field.MessageType) is null:
                return Message(field.MessageType, isRequest, FrozenSet<string>.Empty, within);
            case FieldType.Message when Json.WellKnownTypes.IsWrapper(field.MessageType):
                return Scalar(field, field.MessageType.FindFieldByNumber(1).FieldType, given, isRequest);
            case FieldType.Message:
                return given is null ? WellKnown(field.MessageType)
                    : field.MessageType.FullName is "google.protobuf.Value" ? Parse(field.FullName, given)
                    : given;
            case FieldType.Enum:
                var values = field.EnumType.Values;
                return given ?? values.First(value => value.Number != 0 || values.Count == 1).Name;
            default:
                return Scalar(field, field.FieldType, given, isRequest);
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

    private static JsonNode? Scalar(FieldDescriptor field, FieldType type, string? given, bool isRequest) => type switch
    {
        FieldType.String or FieldType.Bytes when given is null && IsRequired(field) => throw Missing(field.FullName),
        FieldType.String or FieldType.Bytes => given ?? (isRequest || field.HasPresence ? null : ""),
        FieldType.Bool => given is null or "true",
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => given ?? "1",
        FieldType.UInt64 or FieldType.Fixed64 => given ?? "1",
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
