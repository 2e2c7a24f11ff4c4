using System.Text.Json;
using Google.Protobuf.Reflection;

namespace Grpc.Json.Reading;

/// <summary>One field of a message: its tag, and how its value is read.</summary>
internal abstract class FieldReader(FieldDescriptor descriptor, ValueReader value)
{
    private const int TagShift = 3;

    public FieldDescriptor Field => descriptor;

    public ValueReader Value => value;

    public virtual bool KeepsNull => value.KeepsNull;

    /// <summary>The choice that the field is part of; null for the compiler's own choices behind `optional`.</summary>
    public OneofDescriptor? Oneof { get; } = descriptor.RealContainingOneof;

    public ulong Tag { get; } = ((ulong)descriptor.FieldNumber << TagShift) | value.WireType;

    /// <summary>Reads a value that is not absent.</summary>
    public abstract void Read(ref Utf8JsonReader json, Intake intake);

    /// <summary>Reads one value from text, tag first.</summary>
    public void ReadText(ReadOnlySpan<byte> text, Intake intake)
    {
        intake.Wire.Varint(Tag);
        value.ReadText(text, intake);
    }
}

internal sealed class SingularFieldReader(FieldDescriptor field, ValueReader value) : FieldReader(field, value)
{
    public override void Read(ref Utf8JsonReader json, Intake intake)
    {
        intake.Wire.Varint(Tag);
        Value.Read(ref json, intake);
    }
}

/// <summary>A list. Each element has its tag: parsers take that for packed fields too.</summary>
internal sealed class RepeatedFieldReader(FieldDescriptor field, ValueReader value) : FieldReader(field, value)
{
    public override bool KeepsNull => false;

    public override void Read(ref Utf8JsonReader json, Intake intake)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            intake.Fault(Faults.NotAList);
            json.Skip();
            return;
        }

        for (var index = 0; json.Read() && json.TokenType != JsonTokenType.EndArray; index++)
        {
            intake.Push(index);
            if (json.TokenType == JsonTokenType.Null && !Value.KeepsNull)
            {
                intake.Fault(Faults.NullElement);
            }
            else
            {
                intake.Wire.Varint(Tag);
                Value.Read(ref json, intake);
            }

            intake.Pop();
        }
    }
}

/// <summary>A map: an object whose member names are the keys.</summary>
internal sealed class MapFieldReader(FieldDescriptor field, FieldReader key, FieldReader value)
    : FieldReader(field, NoValue.Instance)
{
    public override bool KeepsNull => false;

    public override void Read(ref Utf8JsonReader json, Intake intake)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            intake.Fault(Faults.NotAnObject);
            json.Skip();
            return;
        }

        var keys = new HashSet<string>();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonText.Get(ref json);
            json.Read();
            intake.Push(name ?? "?");
            if (name is null)
                Refuse(ref json, intake, Faults.InvalidText);
            else if (!keys.Add(name))
                Refuse(ref json, intake, Faults.DuplicateField);
            else if (json.TokenType == JsonTokenType.Null && !value.Value.KeepsNull)
                Refuse(ref json, intake, Faults.NullElement);
            else
                ReadEntry(name, ref json, intake);
            intake.Pop();
        }
    }

    private void ReadEntry(string name, ref Utf8JsonReader json, Intake intake)
    {
        intake.Wire.Varint(Tag);
        var start = intake.BeginMessage(ref json);
        if (start < 0)
            return;
        key.ReadText(System.Text.Encoding.UTF8.GetBytes(name), intake);
        value.Read(ref json, intake);
        intake.EndMessage(start);
    }

    private static void Refuse(ref Utf8JsonReader json, Intake intake, Fault fault)
    {
        intake.Fault(fault);
        json.Skip();
    }

    /// <summary>Stands for the entry, which has no value of its own; only its wire type counts.</summary>
    private sealed class NoValue : ValueReader
    {
        public static readonly NoValue Instance = new();

        public override uint WireType => LengthType;

        public override void Read(ref Utf8JsonReader json, Intake intake) => throw new NotSupportedException();
    }
}
