using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Grpc.Json.Writing;

/// <summary>How single values stand in JSON: 64-bit numbers as strings, bytes as base64, enums by name.</summary>
internal static class ScalarWriters
{
    private static readonly Dictionary<Type, object> Plain = new()
    {
        [typeof(string)] = Of<string>((json, value) => json.WriteStringValue(value)),
        [typeof(bool)] = Of<bool>((json, value) => json.WriteBooleanValue(value)),
        [typeof(int)] = Of<int>((json, value) => json.WriteNumberValue(value)),
        [typeof(uint)] = Of<uint>((json, value) => json.WriteNumberValue(value)),
        [typeof(long)] = Of<long>(Long),
        [typeof(ulong)] = Of<ulong>(Long),
        [typeof(float)] = Of<float>(Float),
        [typeof(double)] = Of<double>(Double),
        [typeof(ByteString)] = Of<ByteString>((json, value) => json.WriteBase64StringValue(value.Span)),
        [typeof(int?)] = Of<int?>((json, value) => json.WriteNumberValue(value!.Value)),
        [typeof(uint?)] = Of<uint?>((json, value) => json.WriteNumberValue(value!.Value)),
        [typeof(long?)] = Of<long?>((json, value) => Long(json, value!.Value)),
        [typeof(ulong?)] = Of<ulong?>((json, value) => Long(json, value!.Value)),
        [typeof(float?)] = Of<float?>((json, value) => Float(json, value!.Value)),
        [typeof(double?)] = Of<double?>((json, value) => Double(json, value!.Value)),
        [typeof(bool?)] = Of<bool?>((json, value) => json.WriteBooleanValue(value!.Value)),
    };

    /// <summary>The writer for a type that generated code has for scalars and wrappers; null for other types.</summary>
    public static Action<Utf8JsonWriter, T>? For<T>() =>
        Plain.TryGetValue(typeof(T), out var write) ? (Action<Utf8JsonWriter, T>)write : null;

    /// <summary>Enums: the first name that a number has in the contract; numbers without a name as numbers.</summary>
    public static Action<Utf8JsonWriter, T> Enum<T>(EnumDescriptor descriptor) where T : notnull
    {
        if (descriptor.FullName == "google.protobuf.NullValue")
            return (json, _) => json.WriteNullValue();
        var names = descriptor.Values
            .DistinctBy(value => value.Number)
            .ToFrozenDictionary(v => (T)System.Enum.ToObject(typeof(T), v.Number), v => JsonEncodedText.Encode(v.Name));
        return (json, value) =>
        {
            if (names.TryGetValue(value, out var name))
                json.WriteStringValue(name);
            else
                json.WriteNumberValue(Convert.ToInt32(value, CultureInfo.InvariantCulture));
        };
    }

    private static Action<Utf8JsonWriter, T> Of<T>(Action<Utf8JsonWriter, T> write) => write;

    private static void Long<T>(Utf8JsonWriter json, T value) where T : IUtf8SpanFormattable
    {
        Span<byte> text = stackalloc byte[24];
        value.TryFormat(text, out var count, default, CultureInfo.InvariantCulture);
        json.WriteStringValue(text[..count]);
    }

    private static void Float(Utf8JsonWriter json, float value)
    {
        if (float.IsFinite(value))
            json.WriteNumberValue(value);
        else
            json.WriteStringValue(Name(value));
    }

    private static void Double(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value))
            json.WriteNumberValue(value);
        else
            json.WriteStringValue(Name(value));
    }

    private static string Name(double value) => double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
}
