using System.Text.Json.Nodes;
using Google.Protobuf.Reflection;

namespace Grpc.OpenApi;

/// <summary>The schemas of single values: scalars and the messages that have a JSON form of their own.</summary>
internal static class TypeSchemas
{
    /// <summary>The schema; null for enums and for ordinary messages, which are components.</summary>
    public static JsonObject? Of(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Message => WellKnown(field.MessageType),
        FieldType.Enum when field.EnumType.FullName == "google.protobuf.NullValue" => new() { ["type"] = "null" },
        FieldType.Enum => null,
        _ => Scalar(field.FieldType),
    };

    /// <summary>The schema of a message with a JSON form of its own; null for all others.</summary>
    public static JsonObject? WellKnown(MessageDescriptor message) => message.FullName switch
    {
        "google.protobuf.Timestamp" => Text("date-time"),
        "google.protobuf.Duration" => new() { ["type"] = "string", ["pattern"] = @"^-?\d+(\.\d{1,9})?s$" },
        "google.protobuf.FieldMask" => new() { ["type"] = "string" },
        "google.protobuf.Struct" => new() { ["type"] = "object" },
        "google.protobuf.Value" => [],
        "google.protobuf.ListValue" => new() { ["type"] = "array", ["items"] = new JsonObject() },
        "google.protobuf.Empty" => new() { ["type"] = "object", ["maxProperties"] = 0 },
        "google.protobuf.Any" => new()
        {
            ["type"] = "object",
            ["required"] = new JsonArray("@type"),
            ["properties"] = new JsonObject { ["@type"] = new JsonObject { ["type"] = "string" } },
        },
        _ when Json.WellKnownTypes.IsWrapper(message) => Scalar(message.FindFieldByNumber(1).FieldType),
        _ => null,
    };

    private static JsonObject Scalar(FieldType type) => type switch
    {
        FieldType.Double => Number("number", "double"),
        FieldType.Float => Number("number", "float"),
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => Number("integer", "int32"),
        FieldType.UInt32 or FieldType.Fixed32 => new()
        {
            ["type"] = "integer",
            ["format"] = "int64",
            ["minimum"] = 0,
            ["maximum"] = uint.MaxValue,
        },
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => Long("int64", @"^-?\d+$"),
        FieldType.UInt64 or FieldType.Fixed64 => Long("uint64", @"^\d+$"),
        FieldType.Bool => new() { ["type"] = "boolean" },
        FieldType.Bytes => new() { ["type"] = "string", ["contentEncoding"] = "base64" },
        _ => new() { ["type"] = "string" },
    };

    private static JsonObject Text(string format) => new() { ["type"] = "string", ["format"] = format };

    private static JsonObject Number(string type, string format) => new() { ["type"] = type, ["format"] = format };

    // JavaScript cannot hold 64 bits in a number, so they travel as text.
    private static JsonObject Long(string format, string pattern) =>
        new() { ["type"] = "string", ["format"] = format, ["pattern"] = pattern };
}
