using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace Grpc.Json.Reading;

/// <summary>Text; copied to the wire unescaped.</summary>
internal sealed class StringReader() : TextReader(Faults.NotAString)
{
    public override uint WireType => LengthType;

    public override void Read(ref Utf8JsonReader json, Intake intake)
    {
        if (json.TokenType != JsonTokenType.String)
        {
            Refuse(ref json, intake, Faults.NotAString);
            return;
        }

        if (!json.ValueIsEscaped)
        {
            intake.Wire.Text(json.ValueSpan);
            return;
        }

        var start = intake.Wire.Begin();
        if (JsonText.TryCopy(ref json, intake.Wire.Room(json.ValueSpan.Length), out var count))
            intake.Wire.Advance(count);
        else
            intake.Fault(Faults.InvalidText);
        intake.Wire.End(start);
    }

    public override void ReadText(ReadOnlySpan<byte> text, Intake intake) => intake.Wire.Text(text);
}

/// <summary>Bytes as base64 in either alphabet, padded or not.</summary>
internal sealed class BytesReader() : TextReader(Faults.NotBase64)
{
    public override uint WireType => LengthType;

    public override void ReadText(ReadOnlySpan<byte> text, Intake intake)
    {
        var start = intake.Wire.Begin();
        var room = intake.Wire.Room(text.Length);
        for (var i = 0; i < text.Length; i++)
            room[i] = text[i] switch { (byte)'+' => (byte)'-', (byte)'/' => (byte)'_', var other => other };

        var decoded = ArrayPool<byte>.Shared.Rent(text.Length + 1);
        if (Base64Url.DecodeFromUtf8(room[..text.Length], decoded, out var used, out var count) == OperationStatus.Done
            && used == text.Length)
        {
            decoded.AsSpan(0, count).CopyTo(room);
            intake.Wire.Advance(count);
        }
        else
        {
            intake.Fault(Faults.NotBase64);
        }

        ArrayPool<byte>.Shared.Return(decoded);
        intake.Wire.End(start);
    }
}

/// <summary>true or false; as words where only text can be given.</summary>
internal sealed class BooleanReader : ValueReader
{
    public override uint WireType => VarintType;

    public override bool TakesText => true;

    public override void Read(ref Utf8JsonReader json, Intake intake)
    {
        if (json.TokenType is JsonTokenType.True or JsonTokenType.False)
            intake.Wire.Varint(json.TokenType == JsonTokenType.True ? 1u : 0u);
        else
            Refuse(ref json, intake, Faults.NotABoolean);
    }

    public override void ReadText(ReadOnlySpan<byte> text, Intake intake)
    {
        if (text.SequenceEqual("true"u8))
            intake.Wire.Varint(1);
        else if (text.SequenceEqual("false"u8))
            intake.Wire.Varint(0);
        else
            intake.Fault(Faults.NotABoolean);
    }
}
