using System.Text;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;

namespace Grpc.Json.Writing;

/// <summary>The messages that are any JSON: Struct, Value and ListValue; and FieldMask.</summary>
internal static class DynamicWriters
{
    public static void Struct(Utf8JsonWriter json, Struct value)
    {
        json.WriteStartObject();
        foreach (var (name, member) in value.Fields)
        {
            json.WritePropertyName(name);
            Value(json, member);
        }

        json.WriteEndObject();
    }

    public static void List(Utf8JsonWriter json, ListValue value)
    {
        json.WriteStartArray();
        foreach (var element in value.Values)
            Value(json, element);
        json.WriteEndArray();
    }

    public static void Value(Utf8JsonWriter json, Value value)
    {
        switch (value.KindCase)
        {
            case Google.Protobuf.WellKnownTypes.Value.KindOneofCase.NumberValue:
                json.WriteNumberValue(value.NumberValue);
                break;
            case Google.Protobuf.WellKnownTypes.Value.KindOneofCase.StringValue:
                json.WriteStringValue(value.StringValue);
                break;
            case Google.Protobuf.WellKnownTypes.Value.KindOneofCase.BoolValue:
                json.WriteBooleanValue(value.BoolValue);
                break;
            case Google.Protobuf.WellKnownTypes.Value.KindOneofCase.StructValue:
                Struct(json, value.StructValue);
                break;
            case Google.Protobuf.WellKnownTypes.Value.KindOneofCase.ListValue:
                List(json, value.ListValue);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    public static void Mask(Utf8JsonWriter json, FieldMask value) =>
        json.WriteStringValue(string.Join(',', value.Paths.Select(Camel)));

    private static string Camel(string snake)
    {
        var camel = new StringBuilder(snake.Length);
        var isUpper = false;
        foreach (var letter in snake)
        {
            if (letter != '_')
                camel.Append(isUpper ? char.ToUpperInvariant(letter) : letter);
            isUpper = letter == '_';
        }

        return camel.ToString();
    }
}
