using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Google.Api;
using Google.Protobuf.Reflection;

namespace Grpc.OpenApi;

/// <summary>
/// The schemas of messages and enums, each a component once. A message that is only answered lists the fields that are
/// always there; a message that is only sent takes no fields beside its own.
/// </summary>
internal sealed class Schemas(
    ContractText text, Examples examples, IReadOnlySet<string> sent, IReadOnlySet<string> answered)
{
    private const string Own = "naravard.";

    private readonly SortedDictionary<string, JsonObject> components = new(StringComparer.Ordinal);

    public JsonObject Components =>
        new(components.Select(pair => new KeyValuePair<string, JsonNode?>(pair.Key, pair.Value)));

    /// <summary>The schema of a message: a reference, or its own form.</summary>
    public JsonObject Of(MessageDescriptor message)
    {
        if (TypeSchemas.WellKnown(message) is { } own)
            return own;
        var name = Name(message.FullName);
        if (!components.ContainsKey(name))
        {
            components[name] = [];
            components[name] = Message(message, FrozenSet<string>.Empty);
        }

        return Reference(name);
    }

    /// <summary>A message without the fields that stand in the path, in place.</summary>
    public JsonObject Message(MessageDescriptor message, IReadOnlySet<string> without)
    {
        var fields = message.Fields.InDeclarationOrder().Where(field => !without.Contains(field.Name)).ToArray();
        var schema = new JsonObject { ["type"] = "object" };
        Describe(schema, text.Of(message.FullName));
        if (fields.Length > 0)
            schema["properties"] = new JsonObject(fields.Select(field =>
                new KeyValuePair<string, JsonNode?>(field.JsonName, Field(field))));
        var required = fields.Where(IsRequired).Select(field => (JsonNode?)field.JsonName).ToArray();
        if (required.Length > 0)
            schema["required"] = new JsonArray(required);
        if (sent.Contains(message.FullName) && !answered.Contains(message.FullName))
            schema["additionalProperties"] = false;
        return schema;
    }

    /// <summary>A field with its text, behaviour and example.</summary>
    public JsonObject Field(FieldDescriptor field)
    {
        var schema = field switch
        {
            { IsMap: true } => new()
            {
                ["type"] = "object",
                ["additionalProperties"] = Value(field.MessageType.FindFieldByNumber(2)),
            },
            { IsRepeated: true } => new() { ["type"] = "array", ["items"] = Value(field) },
            _ => Value(field),
        };
        Describe(schema, text.Demand(field.FullName));
        var behaviours = Behaviours(field);
        if (behaviours.Contains(FieldBehavior.OutputOnly))
            schema["readOnly"] = true;
        if (behaviours.Contains(FieldBehavior.InputOnly))
            schema["writeOnly"] = true;
        if (field.RealContainingOneof is { } choice)
            schema["x-one-of"] = choice.Name;
        if (text.Of(field.FullName).Example is not null && !schema.ContainsKey("$ref"))
            schema["examples"] = new JsonArray(examples.Of(field));
        return schema;
    }

    public static IReadOnlyList<FieldBehavior> Behaviours(FieldDescriptor field) =>
        field.GetOptions()?.GetExtension(FieldBehaviorExtensions.FieldBehavior) is { } known ? [.. known] : [];

    /// <summary>English as the description, Swedish beside it.</summary>
    public static void Describe(JsonObject element, Wording wording)
    {
        if (wording.English.Length > 0)
            element["description"] = wording.English;
        if (wording.Swedish.Length > 0)
            element["x-description-sv"] = wording.Swedish;
    }

    public static string Name(string fullName) =>
        fullName.StartsWith(Own, StringComparison.Ordinal) ? fullName[Own.Length..] : fullName;

    private bool IsRequired(FieldDescriptor field) =>
        Behaviours(field).Contains(FieldBehavior.Required)
        || (!field.HasPresence && !sent.Contains(field.ContainingType.FullName));

    private JsonObject Value(FieldDescriptor field)
    {
        if (TypeSchemas.Of(field) is { } plain)
            return plain;
        return field.FieldType == FieldType.Message ? Of(field.MessageType) : Enum(field.EnumType);
    }

    private JsonObject Enum(EnumDescriptor type)
    {
        var name = Name(type.FullName);
        if (!components.ContainsKey(name))
        {
            var values = type.Values.DistinctBy(value => value.Number).ToArray();
            var schema = new JsonObject { ["type"] = "string" };
            Describe(schema, text.Of(type.FullName));
            schema["enum"] = new JsonArray([.. values.Select(value => (JsonNode?)value.Name)]);
            schema["x-enum-descriptions"] = Texts(values, wording => wording.English);
            schema["x-enum-descriptions-sv"] = Texts(values, wording => wording.Swedish);
            components[name] = schema;
        }

        return Reference(name);
    }

    private JsonObject Texts(EnumValueDescriptor[] values, Func<Wording, string> language) =>
        new(values
            .Select(value => KeyValuePair.Create(value.Name, (JsonNode?)language(text.Of(Scope(value) + value.Name))))
            .Where(pair => pair.Value!.GetValue<string>().Length > 0));

    private static string Scope(EnumValueDescriptor value) =>
        value.EnumDescriptor.FullName[..^value.EnumDescriptor.Name.Length];

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/components/schemas/{name}" };
}
