using System.Text.Json;

namespace Grpc.Json.Reading;

/// <summary>google.protobuf.Value: any JSON, null too.</summary>
internal sealed class AnythingReader : ValueReader
{
    private const uint NullTag = 8;
    private const uint NumberTag = 17;
    private const uint StringTag = 26;
    private const uint BooleanTag = 32;
    private const uint StructTag = 42;
    private const uint ListTag = 50;
    private static readonly FractionReader Number = new(isDouble: true);
    private static readonly StringReader Text = new();

    public override uint WireType => LengthType;

    public override bool KeepsNull => true;

    public required FieldReader Members { private get; init; }

    public required FieldReader Elements { private get; init; }

    public override void Read(ref Utf8JsonReader json, Intake intake)
    {
        var start = intake.BeginMessage(ref json);
        if (start < 0)
            return;
        switch (json.TokenType)
        {
            case JsonTokenType.Number:
                intake.Wire.Varint(NumberTag);
                Number.Read(ref json, intake);
                break;
            case JsonTokenType.String:
                intake.Wire.Varint(StringTag);
                Text.Read(ref json, intake);
                break;
            case JsonTokenType.True or JsonTokenType.False:
                intake.Wire.Varint(BooleanTag);
                intake.Wire.Varint(json.TokenType == JsonTokenType.True ? 1u : 0u);
                break;
            case JsonTokenType.StartObject:
                Nested(StructTag, Members, ref json, intake);
                break;
            case JsonTokenType.StartArray:
                Nested(ListTag, Elements, ref json, intake);
                break;
            default:
                intake.Wire.Varint(NullTag);
                intake.Wire.Varint(0);
                break;
        }

        intake.EndMessage(start);
    }

    private static void Nested(uint tag, FieldReader content, ref Utf8JsonReader json, Intake intake)
    {
        intake.Wire.Varint(tag);
        var start = intake.BeginMessage(ref json);
        if (start < 0)
            return;
        content.Read(ref json, intake);
        intake.EndMessage(start);
    }
}

/// <summary>google.protobuf.Struct and ListValue: messages that are in JSON what their one field is.</summary>
internal sealed class OnlyFieldReader : ValueReader
{
    public override uint WireType => LengthType;

    public required FieldReader Field { private get; init; }

    public override void Read(ref Utf8JsonReader json, Intake intake)
    {
        var start = intake.BeginMessage(ref json);
        if (start < 0)
            return;
        Field.Read(ref json, intake);
        intake.EndMessage(start);
    }
}

/// <summary>A wrapper such as google.protobuf.Int32Value: in JSON the bare value.</summary>
internal sealed class WrapperReader(FieldReader value) : ValueReader
{
    public override uint WireType => LengthType;

    public override bool TakesText => true;

    public override void Read(ref Utf8JsonReader json, Intake intake)
    {
        var start = intake.BeginMessage(ref json);
        if (start < 0)
            return;
        value.Read(ref json, intake);
        intake.EndMessage(start);
    }

    public override void ReadText(ReadOnlySpan<byte> text, Intake intake)
    {
        var start = intake.Wire.Begin();
        value.ReadText(text, intake);
        intake.Wire.End(start);
    }
}
