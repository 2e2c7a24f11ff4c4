using Google.Protobuf.Reflection;

namespace Grpc.Json.Reading;

/// <summary>Makes and keeps the readers of message types, at start-up; what it made is used without locks.</summary>
internal sealed class Readers(KnownTypes known)
{
    private readonly Dictionary<string, ValueReader> messages = [];

    /// <summary>The reader of a message type, made with all that it holds.</summary>
    public ValueReader For(MessageDescriptor descriptor)
    {
        known.Add(descriptor.File);
        return Message(descriptor);
    }

    /// <summary>The reader of one field on its own, for a body or a variable that is a field.</summary>
    public static FieldReader Field(ValueReader message, FieldDescriptor field) =>
        ((MessageReader)message).Fields.Single(reader => reader.Field == field);

    private ValueReader Message(MessageDescriptor descriptor)
    {
        if (messages.TryGetValue(descriptor.FullName, out var made))
            return made;
        return messages[descriptor.FullName] = WellKnown(descriptor) ?? Linked(descriptor);
    }

    private MessageReader Linked(MessageDescriptor descriptor)
    {
        var reader = new MessageReader(descriptor);
        messages[descriptor.FullName] = reader;
        reader.Link(descriptor.Fields.InDeclarationOrder().Select(Field));
        return reader;
    }

    private FieldReader Field(FieldDescriptor field)
    {
        if (field.IsMap)
            return Map(field, Value(field.MessageType.FindFieldByNumber(2)));
        return field.IsRepeated
            ? new RepeatedFieldReader(field, Value(field))
            : new SingularFieldReader(field, Value(field));
    }

    private static MapFieldReader Map(FieldDescriptor field, ValueReader value)
    {
        var (keyField, valueField) = (field.MessageType.FindFieldByNumber(1), field.MessageType.FindFieldByNumber(2));
        var key = new SingularFieldReader(keyField, Scalar(keyField));
        return new(field, key, new SingularFieldReader(valueField, value));
    }

    private ValueReader Value(FieldDescriptor field) =>
        field.FieldType == FieldType.Message ? Message(field.MessageType) : Scalar(field);

    private ValueReader? WellKnown(MessageDescriptor descriptor) => descriptor.FullName switch
    {
        "google.protobuf.Timestamp" => new TimestampReader(),
        "google.protobuf.Duration" => new DurationReader(),
        "google.protobuf.FieldMask" => new FieldMaskReader(),
        "google.protobuf.Any" => new AnyReader(name => known.Find(name) is { } type ? (type, AnyOf(type)) : null),
        "google.protobuf.Value" => Anything(descriptor),
        "google.protobuf.Struct" or "google.protobuf.ListValue" => OnlyField(descriptor),
        _ when descriptor.IsWrapper() => new WrapperReader(Field(descriptor.FindFieldByNumber(1))),
        _ => null,
    };

    private ValueReader AnyOf(MessageDescriptor type)
    {
        lock (messages)
            return Message(type);
    }

    // Value, Struct and ListValue hold each other, so the value's reader comes first and is then in both others.
    private static AnythingReader Anything(MessageDescriptor descriptor)
    {
        var members = descriptor.FindFieldByName("struct_value").MessageType.FindFieldByName("fields");
        var elements = descriptor.FindFieldByName("list_value").MessageType.FindFieldByName("values");
        var holder = new LateReader();
        var value = new AnythingReader
        {
            Members = Map(members, holder),
            Elements = new RepeatedFieldReader(elements, holder),
        };
        holder.Target = value;
        return value;
    }

    private OnlyFieldReader OnlyField(MessageDescriptor descriptor)
    {
        var field = descriptor.Fields.InDeclarationOrder()[0];
        return new() { Field = Field(field) };
    }

    private static ValueReader Scalar(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.String => new StringReader(),
        FieldType.Bytes => new BytesReader(),
        FieldType.Bool => new BooleanReader(),
        FieldType.Enum => new EnumReader(field.EnumType),
        FieldType.Double => new FractionReader(isDouble: true),
        FieldType.Float => new FractionReader(isDouble: false),
        FieldType.Int32 => new IntegerReader<int>(ValueReader.VarintType, (wire, v) => wire.Varint((ulong)v)),
        FieldType.Int64 => new IntegerReader<long>(ValueReader.VarintType, (wire, v) => wire.Varint((ulong)v)),
        FieldType.UInt32 => new IntegerReader<uint>(ValueReader.VarintType, (wire, v) => wire.Varint(v)),
        FieldType.UInt64 => new IntegerReader<ulong>(ValueReader.VarintType, (wire, v) => wire.Varint(v)),
        FieldType.SInt32 => new IntegerReader<int>(
            ValueReader.VarintType, (wire, v) => wire.Varint((uint)((v << 1) ^ (v >> 31)))),
        FieldType.SInt64 => new IntegerReader<long>(
            ValueReader.VarintType, (wire, v) => wire.Varint((ulong)((v << 1) ^ (v >> 63)))),
        FieldType.Fixed32 => new IntegerReader<uint>(ValueReader.Fixed32Type, (wire, v) => wire.Fixed32(v)),
        FieldType.SFixed32 => new IntegerReader<int>(ValueReader.Fixed32Type, (wire, v) => wire.Fixed32((uint)v)),
        FieldType.Fixed64 => new IntegerReader<ulong>(ValueReader.Fixed64Type, (wire, v) => wire.Fixed64(v)),
        FieldType.SFixed64 => new IntegerReader<long>(ValueReader.Fixed64Type, (wire, v) => wire.Fixed64((ulong)v)),
        _ => throw new NotSupportedException($"{field.FullName}: {field.FieldType} has no JSON form."),
    };
}

/// <summary>Stands for a reader that is not made yet.</summary>
internal sealed class LateReader : ValueReader
{
    public ValueReader Target { private get; set; } = null!;

    public override uint WireType => LengthType;

    public override bool KeepsNull => true;

    public override void Read(ref System.Text.Json.Utf8JsonReader json, Intake intake) => Target.Read(ref json, intake);
}
