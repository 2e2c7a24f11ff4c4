using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace Grpc.Json.Reading;

/// <summary>Reads a whole JSON text into a request: one value, nothing after it, every fault noted.</summary>
internal static class JsonBody
{
    private const int DepthMax = 64;
    private static readonly JsonReaderOptions Options = new() { MaxDepth = DepthMax };

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a message's members; they stand in the request itself.</summary>
    public static void ReadMessage(ReadOnlySpan<byte> text, ValueReader reader, Intake intake) =>
        Read(text, intake, (ref Utf8JsonReader json) =>
        {
            if (reader is MessageReader message && json.TokenType == JsonTokenType.StartObject)
                message.ReadMembers(ref json, intake);
            else
                ReadWhole(reader, ref json, intake);
        });

    /// <summary>Reads the value of one field; null is its absence.</summary>
    public static void ReadField(ReadOnlySpan<byte> text, FieldReader field, Intake intake) =>
        Read(text, intake, (ref Utf8JsonReader json) =>
        {
            if (json.TokenType != JsonTokenType.Null || field.KeepsNull)
                field.Read(ref json, intake);
        });

    private delegate void ReadRoot(ref Utf8JsonReader json);

    private static void Read(ReadOnlySpan<byte> text, Intake intake, ReadRoot root)
    {
        if (text.StartsWith(ByteOrderMark))
            text = text[ByteOrderMark.Length..];
        if (!Utf8.IsValid(text))
        {
            intake.Fault(Faults.InvalidText);
            return;
        }

        var json = new Utf8JsonReader(text, Options);
        try
        {
            json.Read();
            root(ref json);
            json.Read();
        }
        catch (JsonException)
        {
            var place = json.BytesConsumed.ToString(CultureInfo.InvariantCulture);
            intake.Fault(json.CurrentDepth >= DepthMax - 1 ? Faults.TooDeep : Faults.Malformed.With(place));
            intake.PopAll();
        }
    }

    // A request that is itself a well-known type is written with its length, which the request does not have.
    private static void ReadWhole(ValueReader reader, ref Utf8JsonReader json, Intake intake)
    {
        var start = intake.Wire.Length;
        reader.Read(ref json, intake);
        if (intake.IsSound)
            intake.Wire.TakeOffLength(start);
    }
}
