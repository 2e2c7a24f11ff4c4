using System.Text;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Grpc.Json.Reading;

/// <summary>
/// google.protobuf.Any: an object with @type beside the members, or beside "value" for types with a JSON form of their
/// own. Only types of the contracts that are served are known.
/// </summary>
internal sealed class AnyReader(Func<string, (MessageDescriptor Type, ValueReader Reader)?> find) : ValueReader
{
    private const uint TypeTag = 10;
    private const uint ValueTag = 18;

    public override uint WireType => LengthType;

    public override void Read(ref Utf8JsonReader json, Intake intake)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            Refuse(ref json, intake, Faults.NotAnObject);
            return;
        }

        var url = TypeUrl(json);
        if (url is null || find(url[(url.LastIndexOf('/') + 1)..]) is not var (type, reader))
        {
            if (url is not null || !IsEmptyObject(json))
                intake.Fault(Faults.UnknownType);
            json.Skip();
            intake.Wire.Varint(0);
            return;
        }

        var start = intake.BeginMessage(ref json);
        if (start < 0)
            return;
        intake.Wire.Varint(TypeTag);
        intake.Wire.Text(Encoding.UTF8.GetBytes(url));
        intake.Wire.Varint(ValueTag);
        var content = intake.Wire.Begin();
        if (reader is MessageReader message)
            message.ReadMembers(ref json, intake, isAny: true);
        else
            ReadValue(reader, ref json, intake);
        if (intake.IsSound)
            Canonical(intake.Wire, content, type);
        intake.Wire.End(content);
        intake.EndMessage(start);
    }

    // Taken by value: looks ahead without moving the caller's reader.
    private static string? TypeUrl(Utf8JsonReader json)
    {
        string? url = null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isType = json.ValueTextEquals("@type"u8);
            json.Read();
            if (isType && (url is not null || json.TokenType != JsonTokenType.String))
                return null;
            if (isType)
                url = JsonText.Get(ref json);
            json.Skip();
        }

        return url;
    }

    private static bool IsEmptyObject(Utf8JsonReader json) => json.Read() && json.TokenType == JsonTokenType.EndObject;

    /// <summary>Such a type writes a length in front; Any's own bytes have one already, so it is taken off.</summary>
    private static void ReadValue(ValueReader type, ref Utf8JsonReader json, Intake intake)
    {
        var isRead = false;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isType = json.ValueTextEquals("@type"u8);
            var isValue = json.ValueTextEquals("value"u8);
            var name = JsonText.Get(ref json) ?? "?";
            json.Read();
            if (isValue && !isRead)
            {
                ReadBare(type, ref json, intake);
                isRead = true;
                continue;
            }

            if (!isType)
                intake.Fault(name, isValue ? Faults.DuplicateField : Faults.UnknownField);
            json.Skip();
        }
    }

    /// <summary>These bytes outlive the request, so they are as any other writer would have written them.</summary>
    private static void Canonical(WireBuffer wire, int start, MessageDescriptor type)
    {
        var bytes = type.Parser.ParseFrom(wire.Bytes, start, wire.Length - start).ToByteArray();
        wire.Advance(start - wire.Length);
        bytes.CopyTo(wire.Room(bytes.Length));
        wire.Advance(bytes.Length);
    }

    private static void ReadBare(ValueReader type, ref Utf8JsonReader json, Intake intake)
    {
        intake.Push("value");
        var start = intake.Wire.Length;
        type.Read(ref json, intake);
        intake.Wire.TakeOffLength(start);
        intake.Pop();
    }
}
