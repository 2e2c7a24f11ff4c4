using System.Reflection;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Collections;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Grpc.Json.Writing;

/// <summary>
/// Makes and keeps the writers of message types. Each field gets a typed delegate of its generated property once, at
/// start-up, so that writing boxes nothing.
/// </summary>
internal sealed class Writers(KnownTypes known)
{
    private const BindingFlags Own = BindingFlags.NonPublic | BindingFlags.Instance;

    private readonly Dictionary<string, MessageWriter> messages = [];

    /// <summary>The writer of a message type, made with all that it holds.</summary>
    public MessageWriter For(MessageDescriptor descriptor)
    {
        known.Add(descriptor.File);
        return Message(descriptor);
    }

    /// <summary>The writer of one field on its own.</summary>
    public FieldWriter For(FieldDescriptor field)
    {
        known.Add(field.File);
        return Field(field);
    }

    private MessageWriter Message(MessageDescriptor descriptor)
    {
        if (messages.TryGetValue(descriptor.FullName, out var made))
            return made;
        return messages[descriptor.FullName] = WellKnown(descriptor) ?? Linked(descriptor);
    }

    private ObjectWriter Linked(MessageDescriptor descriptor)
    {
        var writer = new ObjectWriter();
        messages[descriptor.FullName] = writer;
        writer.Link(descriptor.Fields.InDeclarationOrder().Select(Field));
        return writer;
    }

    private MessageWriter? WellKnown(MessageDescriptor descriptor) => descriptor.FullName switch
    {
        "google.protobuf.Timestamp" => new WellKnownWriter<Timestamp>(TimeWriters.Timestamp),
        "google.protobuf.Duration" => new WellKnownWriter<Duration>(TimeWriters.Duration),
        "google.protobuf.FieldMask" => new WellKnownWriter<FieldMask>(DynamicWriters.Mask),
        "google.protobuf.Struct" => new WellKnownWriter<Struct>(DynamicWriters.Struct),
        "google.protobuf.Value" => new WellKnownWriter<Value>(DynamicWriters.Value),
        "google.protobuf.ListValue" => new WellKnownWriter<ListValue>(DynamicWriters.List),
        "google.protobuf.Any" => new WellKnownWriter<Any>(WriteAny),
        _ when descriptor.IsWrapper() => Wrapper(descriptor),
        _ => null,
    };

    // A wrapper as a whole reply, or in an Any; as a field its property is the bare value already.
    private WellKnownWriter<IMessage> Wrapper(MessageDescriptor descriptor)
    {
        var value = Field(descriptor.FindFieldByNumber(1));
        return new(value.WriteBare);
    }

    private void WriteAny(Utf8JsonWriter json, Any any)
    {
        json.WriteStartObject();
        if (any.TypeUrl.Length > 0)
        {
            var (type, writer) = Known(Any.GetTypeName(any.TypeUrl));
            json.WriteString("@type"u8, any.TypeUrl);
            writer.WriteInAny(json, type.Parser.ParseFrom(any.Value));
        }

        json.WriteEndObject();
    }

    private (MessageDescriptor Type, MessageWriter Writer) Known(string name)
    {
        lock (messages)
        {
            return known.Find(name) is { } type
                ? (type, Message(type))
                : throw new InvalidOperationException($"The type {name} in an Any is in none of the served contracts.");
        }
    }

    private FieldWriter Field(FieldDescriptor field)
    {
        var message = field.ContainingType.ClrType;
        var property = message.GetProperty(field.PropertyName)!;
        var arguments = property.PropertyType.IsGenericType ? property.PropertyType.GetGenericArguments() : [];
        var (maker, types) = field switch
        {
            { IsMap: true } => (nameof(Map), [message, .. arguments]),
            { IsRepeated: true } => (nameof(Repeated), [message, .. arguments]),
            _ => (nameof(Singular), new[] { message, property.PropertyType }),
        };
        var make = typeof(Writers).GetMethod(maker, Own)!.MakeGenericMethod(types);
        return (FieldWriter)make.Invoke(this, [field, property.GetMethod!])!;
    }

    private SingularWriter<TMessage, T> Singular<TMessage, T>(FieldDescriptor field, MethodInfo get)
        where TMessage : class, IMessage
    {
        var value = get.CreateDelegate<Func<TMessage, T>>();
        Func<IMessage, bool>? has = field.HasPresence ? field.Accessor.HasValue : null;
        return new SingularWriter<TMessage, T>(Name(field), value, has, Value<T>(field));
    }

    private RepeatedWriter<TMessage, T> Repeated<TMessage, T>(FieldDescriptor field, MethodInfo get)
        where TMessage : class, IMessage =>
        new(Name(field), get.CreateDelegate<Func<TMessage, RepeatedField<T>>>(), Value<T>(field));

    private MapWriter<TMessage, TKey, T> Map<TMessage, TKey, T>(FieldDescriptor field, MethodInfo get)
        where TMessage : class, IMessage
        where TKey : notnull =>
        new(Name(field), get.CreateDelegate<Func<TMessage, MapField<TKey, T>>>(),
            Value<T>(field.MessageType.FindFieldByNumber(2)));

    private Action<Utf8JsonWriter, T> Value<T>(FieldDescriptor field)
    {
        if (field.FieldType == FieldType.Enum)
            return (Action<Utf8JsonWriter, T>)typeof(ScalarWriters).GetMethod(nameof(ScalarWriters.Enum))!
                .MakeGenericMethod(typeof(T)).Invoke(null, [field.EnumType])!;
        if (ScalarWriters.For<T>() is { } scalar)
            return scalar;
        var message = Message(field.MessageType);
        return (json, value) => message.Write(json, (IMessage)value!);
    }

    private static JsonEncodedText Name(FieldDescriptor field) =>
        JsonEncodedText.Encode(field.JsonName, JsonOutput.Options.Encoder);
}
