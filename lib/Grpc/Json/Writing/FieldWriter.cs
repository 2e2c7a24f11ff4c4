using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Collections;

namespace Grpc.Json.Writing;

/// <summary>
/// Writes one field of a message, name and value. A field that knows whether it is set is left out when it is not; all
/// others are always written, empty lists too, so that an answer of a type has one shape.
/// </summary>
internal abstract class FieldWriter
{
    public abstract void Write(Utf8JsonWriter json, IMessage message);

    /// <summary>Writes the value without its name; null when it is not set.</summary>
    public abstract void WriteBare(Utf8JsonWriter json, IMessage message);
}

internal sealed class SingularWriter<TMessage, T>(
    JsonEncodedText name, Func<TMessage, T> get, Func<IMessage, bool>? has, Action<Utf8JsonWriter, T> write)
    : FieldWriter
    where TMessage : class, IMessage
{
    public override void Write(Utf8JsonWriter json, IMessage message)
    {
        if (has is not null && !has(message))
            return;
        json.WritePropertyName(name);
        write(json, get((TMessage)message));
    }

    public override void WriteBare(Utf8JsonWriter json, IMessage message)
    {
        if (has is null || has(message))
            write(json, get((TMessage)message));
        else
            json.WriteNullValue();
    }
}

internal sealed class RepeatedWriter<TMessage, T>(
    JsonEncodedText name, Func<TMessage, RepeatedField<T>> get, Action<Utf8JsonWriter, T> write) : FieldWriter
    where TMessage : class, IMessage
{
    public override void Write(Utf8JsonWriter json, IMessage message)
    {
        json.WritePropertyName(name);
        WriteBare(json, message);
    }

    public override void WriteBare(Utf8JsonWriter json, IMessage message)
    {
        json.WriteStartArray();
        var values = get((TMessage)message);
        for (var i = 0; i < values.Count; i++)
            write(json, values[i]);
        json.WriteEndArray();
    }
}

internal sealed class MapWriter<TMessage, TKey, T>(
    JsonEncodedText name, Func<TMessage, MapField<TKey, T>> get, Action<Utf8JsonWriter, T> write) : FieldWriter
    where TMessage : class, IMessage
    where TKey : notnull
{
    public override void Write(Utf8JsonWriter json, IMessage message)
    {
        json.WritePropertyName(name);
        WriteBare(json, message);
    }

    public override void WriteBare(Utf8JsonWriter json, IMessage message)
    {
        json.WriteStartObject();
        foreach (var (key, value) in get((TMessage)message))
        {
            json.WritePropertyName(Key(key));
            write(json, value);
        }

        json.WriteEndObject();
    }

    private static string Key(TKey key) => key switch
    {
        string text => text,
        bool truth => truth ? "true" : "false",
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"{typeof(TKey)} is no key type of protobuf."),
    };
}
