using System.Text.Json;

namespace Grpc.Json.Reading;

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
