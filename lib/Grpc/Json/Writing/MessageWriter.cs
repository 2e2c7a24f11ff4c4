using System.Text.Json;
using Google.Protobuf;

namespace Grpc.Json.Writing;

/// <summary>Writes messages of one type as JSON.</summary>
internal abstract class MessageWriter
{
    public abstract void Write(Utf8JsonWriter json, IMessage message);

    /// <summary>Writes the content of an Any after its @type, inside the object that is already open.</summary>
    public virtual void WriteInAny(Utf8JsonWriter json, IMessage message)
    {
        json.WritePropertyName("value"u8);
        Write(json, message);
    }
}

/// <summary>An ordinary message: an object with its fields in the order of the contract.</summary>
internal sealed class ObjectWriter : MessageWriter
{
    private FieldWriter[] fields = [];

    /// <summary>Second step of construction, since messages may hold themselves.</summary>
    public void Link(IEnumerable<FieldWriter> own) => fields = own.ToArray();

    public override void Write(Utf8JsonWriter json, IMessage message)
    {
        json.WriteStartObject();
        WriteInAny(json, message);
        json.WriteEndObject();
    }

    public override void WriteInAny(Utf8JsonWriter json, IMessage message)
    {
        foreach (var field in fields)
            field.Write(json, message);
    }
}

/// <summary>A message type with a JSON form of its own.</summary>
internal sealed class WellKnownWriter<T>(Action<Utf8JsonWriter, T> write) : MessageWriter where T : class, IMessage
{
    public override void Write(Utf8JsonWriter json, IMessage message) => write(json, (T)message);
}
